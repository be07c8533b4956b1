// A double at an address of its own with a webhook behind it, as the local stack serves them. Used by the tests of the chats.
import type { AddressInfo } from 'node:net';
import { closeServer, listen, route, type Handler } from '../../local/server.ts';

/**
 * @param start makes the double, knowing its address; its routes are served, and `webhook` answers /functions/v1/
 * @returns the double and what ends its server
 */
export async function serveDouble<Made extends { routes: Record<string, Handler> }>(
  start: (url: string) => Made,
  webhook: Handler,
): Promise<{ double: Made; stop: () => Promise<void> }> {
  const { server } = await listen(0);
  const double = start(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  route(server, { api: { ...double.routes, '/functions/v1/': webhook }, app: null });
  return { double, stop: () => closeServer(server) };
}
