// What a journey need not wait for: serve.ts makes what is on its way due at once.
import { siteNames } from '../sites/serve.ts';

const port = (): number => Number(process.env.E2E_SITES_PORT) + siteNames.length;

/** Mails wait for a while, in case the person decides in the app. */
export async function letMailsGo(): Promise<void> {
  const { status } = await fetch(`http://127.0.0.1:${port()}/mails`, { method: 'POST' });
  if (status !== 204) throw new Error(`mails do not go: ${status}`);
}

/** Listens beside the websites of the journeys; `mails` is what a POST to /mails does. */
export async function listenForHurry(mails: () => Promise<void>): Promise<() => void> {
  const { createServer } = await import('node:http');
  const server = createServer((_, response) => {
    void mails().then(
      () => response.writeHead(204).end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port(), '127.0.0.1', resolve));
  return () => server.close();
}
