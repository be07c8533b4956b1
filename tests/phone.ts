// A phone in a real Chromium for the measures of bytes and of slow networks: nothing in its cache, signed in as the owner where one is given.
import type { Browser, BrowserContext } from 'playwright';
import type { Owner } from './engine/scenario.ts';

/** @param url the stack's address as this phone sees it */
export async function newPhone(browser: Browser, url: string, owner?: Owner): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR', baseURL: url });
  if (owner) {
    const { session, tenantId } = owner;
    await context.addInitScript(
      ([key, value, tab]) => {
        if (!localStorage.getItem(key)) localStorage.setItem(key, value);
        sessionStorage.setItem('nexio.tenant', tab);
      },
      [`sb-${new URL(url).hostname.split('.')[0]}-auth-token`, JSON.stringify(session), `${session.user.id} ${tenantId}`] as const,
    );
  }
  return context;
}
