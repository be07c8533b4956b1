// What a journey need not wait for: serve.ts makes what is on its way due at once.
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
        () => response.writeHead(500).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(port(), '127.0.0.1', resolve));
  return () => server.close();
}
