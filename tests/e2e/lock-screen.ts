// The lock screen of journeys: the notification service that Chromium shows its notifications on (freedesktop.org Desktop Notifications 1.2, on a session
// bus of its own). What it shows can be read, and its buttons pressed: the browser itself then raises the trusted click. Needs dbus-daemon (Debian).
import { createClient as joinBus } from '@homebridge/dbus-native';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';

type Method = [parameters: string, results: string];
type Client = {
  requestName(name: string, flags: number, done: (error: { message: unknown } | null) => void): void;
  exportInterface(methods: object, path: string, description: { name: string; methods: Record<string, Method> }): void;
  sendSignal(path: string, face: string, name: string, signature: string, args: unknown[]): void;
  connection: { end(): void };
};
declare module '@homebridge/dbus-native' {
  export function createClient(options: { busAddress: string }): Client;
}

const face = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** A notification on the screen; `buttons` from the name on each to its key: the page's own have numbers, the body is `default`. */
type Shown = { id: number; title: string; buttons: Map<string, string> };

export type LockScreen = {
  /** for DBUS_SESSION_BUS_ADDRESS of the browser */
  address: string;
  /** titles that stand on the screen, oldest first */
  titles(): string[];
  buttonsOf(title: string): string[];
  /** Waits until the title stands there, then presses the button with that name, or the body. */
  press(title: string, button?: string): Promise<void>;
  stop(): void;
};

/** @throws where there is no dbus-daemon */
export async function lightScreen(): Promise<LockScreen> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const end = () => void daemon.kill();
  process.once('exit', end);
  const [line] = (await Promise.race([
    once(daemon.stdout, 'data'),
    once(daemon, 'error').then(([error]) => Promise.reject(new Error(`dbus-daemon: apt-get install dbus-daemon (${String(error)})`))),
  ])) as [Buffer];
  const address = line.toString().trim();
  const bus = joinBus({ busAddress: address });
  const standing = new Map<number, Shown>();
  let last = 0;
  const signal = (name: string, signature: string, ...args: unknown[]) => bus.sendSignal(path, face, name, signature, args);
  const methods = {
    GetCapabilities: () => ['actions', 'body', 'persistence'],
    GetServerInformation: () => ['journey', 'nexio', '1', '1.2'],
    Notify(_app: string, replaces: number, _icon: string, title: string, _body: string, actions: string[]): number {
      const id = replaces || (last += 1);
      const buttons = new Map(actions.flatMap((key, n) => (n % 2 === 0 ? [[actions[n + 1] ?? '', key] as const] : [])));
      standing.delete(id);
      standing.set(id, { id, title, buttons });
      return id;
    },
    CloseNotification(id: number): void {
      if (standing.delete(id)) signal('NotificationClosed', 'uu', id, 3);
    },
  };
  bus.exportInterface(methods, path, {
    name: face,
    methods: {
      GetCapabilities: ['', 'as'],
      GetServerInformation: ['', 'ssss'],
      Notify: ['susssasa{sv}i', 'u'],
      CloseNotification: ['u', ''],
    },
  });
  await new Promise<void>((done, fail) => bus.requestName(face, 4, (error) => (error ? fail(new Error(String(error.message))) : done())));

  const titles = () => [...standing.values()].map(({ title }) => title);
  // the browser puts the site's address after the title
  const find = (title: string) => [...standing.values()].find((notice) => notice.title.startsWith(title));
  return {
    address,
    titles,
    buttonsOf: (title) => [...(find(title)?.buttons ?? [])].filter(([, key]) => /^\d+$/.test(key)).map(([name]) => name),
    async press(title, button) {
      await expect.poll(titles).toContainEqual(expect.stringContaining(title));
      const notice = find(title);
      const key = button === undefined ? 'default' : notice?.buttons.get(button);
      if (!notice || key === undefined) throw new Error(`no button ${button} on ${title}`);
      signal('ActionInvoked', 'us', notice.id, key);
    },
    stop() {
      bus.connection.end();
      process.off('exit', end);
      end();
    },
  };
}
