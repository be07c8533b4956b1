// An address of a person as logs and outputs may show it. Called by the skills that send.

/** `+261 34 00 111 22` -> `+26134•••122`, `rina@example.mg` -> `r•••@example.mg` */
export function mask(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address[0]}•••${address.slice(at)}`.slice(0, 80);
  const digits = address.replaceAll(/[^\d+]/g, '');
  return digits.length < 7 ? '•••' : `${digits.slice(0, 6)}•••${digits.slice(-3)}`;
}

/** Hex SHA-256, first 32 letters: names an effect by what it is about without telling it. */
export async function digest(...parts: string[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\u0000')));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 32);
}
