// The line between phones and the stack: everything that crosses it is counted (pages, the service worker, the socket, headers), and it can be as slow
// as a phone's. The stack's numbers of bytes and of slow networks are taken here.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** `roundTripMs` from a request to the first byte of its answer; connections count as open, as in the network throttling of browsers. */
export type Speed = { bytesPerSecond: number; roundTripMs: number };

export type Line = {
  /** the stack's address as phones on this line see it */
  url: string;
  /** bytes that came to the phones since the line was opened */
  received: () => number;
  sent: () => number;
  close: () => Promise<void>;
};

const segment = 1400;

/** One direction of the line: segments leave one after the other, each connection in its turn, and arrive `delayMs` later. */
function direction({ bytesPerSecond, delayMs }: { bytesPerSecond: number; delayMs: number }) {
  const waiting = new Map<Socket, Buffer[]>();
  let crossed = 0;
  let busy = false;

  function leave(): void {
    const [next] = waiting;
    if (!next) return void (busy = false);
    busy = true;
    const [to, parts] = next;
    const part = parts.shift() as Buffer;
    // its next segment comes after those of the others
    waiting.delete(to);
    if (parts.length > 0) waiting.set(to, parts);
    setTimeout(
      () => {
        setTimeout(() => to.destroyed || to.write(part), delayMs);
        leave();
      },
      (part.length / bytesPerSecond) * 1000,
    );
  }

  return {
    crossed: () => crossed,
    carry(to: Socket, data: Buffer): void {
      crossed += data.length;
      if (bytesPerSecond === Infinity) return void to.write(data);
      const parts = waiting.get(to) ?? [];
      for (let from = 0; from < data.length; from += segment) parts.push(data.subarray(from, from + segment));
      waiting.set(to, parts);
      if (!busy) leave();
    },
  };
}

/** Opens a line to the stack at `target`. @param speed without it, as fast as it goes */
export async function openLine(target: string, speed: Speed = { bytesPerSecond: Infinity, roundTripMs: 0 }): Promise<Line> {
  const way = { bytesPerSecond: speed.bytesPerSecond, delayMs: speed.roundTripMs / 2 };
  const up = direction(way);
  const down = direction(way);
  const open = new Set<Socket>();
  const { hostname, port } = new URL(target);
  const server = createServer((phone) => {
    const stack = connect(Number(port), hostname);
    for (const [from, to, by] of [
      [phone, stack, up],
      [stack, phone, down],
    ] as const) {
      open.add(from);
      from.setNoDelay();
      from.on('data', (data: Buffer) => by.carry(to, data));
      from.on('error', () => to.destroy());
      from.on('end', () => setTimeout(() => to.end(), way.delayMs));
      from.on('close', () => open.delete(from));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: down.crossed,
    sent: up.crossed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
