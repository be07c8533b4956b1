// Who may open the pages of this machine (/_local/…): only this machine itself. Called by mailbox.ts and phone/phone.ts.

/** A website whose name was pointed at this machine (DNS rebinding) must not read what lies here. */
export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

/** A form that another website sends here by the visitor's browser is none of ours. */
export function isOwnForm(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin === null || origin === new URL(request.url).origin;
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
