// What a journey need not wait for, or cannot do through the app: time that passes, figures that a network reports. serve.ts does it in the database.
import { siteNames } from '../sites/serve.ts';

const port = (): number => Number(process.env.E2E_SITES_PORT) + siteNames.length;

async function hurry(act: string, about = ''): Promise<void> {
  const { status } = await fetch(`http://127.0.0.1:${port()}/${act}`, { method: 'POST', body: about });
  if (status !== 204) throw new Error(`${act} does not go: ${status}`);
}

/** Mails wait for a while, in case the person decides in the app. */
export const letMailsGo = () => hurry('mails');
/** The log is sealed every minute. */
export const sealTheLog = () => hurry('seals');
/** Who operates a programme is written by hand in the studio: a programme of five members whose owners agreed. @param email of the operator */
export const makeOperator = (email: string) => hurry('operator', email);
/** The veto windows of a business are over: the clock of the engine stands an hour later while it looks. */
export const letWindowsPass = (tenantId: string) => hurry('windows', tenantId);
/** The links of outside clients were made 31 days ago. */
export const letLinksExpire = (tenantId: string) => hurry('links', tenantId);
/** Two campaigns that bring in more than they cost: Tana at 10 USD a day, Nosy at 30. */
export const reportCampaigns = (tenantId: string) => hurry('campaigns', tenantId);
/** The clock comes to the hour when budgets are looked at: both would be raised by a fifth. */
export const optimiseAds = (tenantId: string) => hurry('optimise', tenantId);

/** Listens beside the websites of the journeys; `acts` is what a POST to /<name> does with its body. */
export async function listenForHurry(acts: Record<string, (about: string) => Promise<unknown>>): Promise<() => void> {
  const { createServer } = await import('node:http');
  const { text } = await import('node:stream/consumers');
  const server = createServer((request, response) => {
    const act = acts[request.url?.slice(1) ?? ''];
    void text(request)
      .then((about) => act?.(about))
      .then(
        () => response.writeHead(act ? 204 : 404).end(),
        (error: unknown) => {
          console.error(request.url, error);
          response.writeHead(500).end();
        },
      );
  });
  await new Promise<void>((resolve) => server.listen(port(), '127.0.0.1', resolve));
  return () => server.close();
}
