// Edge function receive: webhooks of the chat platforms (/receive/whatsapp, /receive/telegram), each proved by its own signature, and the clock's call
// (/receive/work, WORKER_SECRET). What came is stored before the answer, worked off after it.
import { env, inBackground, isTheDatabase, need, notTheDatabase, serve, wallMs } from '../_shared/edge.ts';
import { mostBytes, storeHeard, workOff } from './handle.ts';
import type { InboundDoor } from './inbound.ts';
import { createListener } from './listen.ts';
import { createReceiveClient } from './receive-client.ts';
import { telegramDoor } from './telegram.ts';
import { whatsAppDoor } from './whatsapp.ts';

const client = createReceiveClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'));
need('WORKER_SECRET');

const doors = [whatsAppDoor(env), telegramDoor(env)].filter((door): door is InboundDoor => door !== null);
const listen = createListener(env, client);

let working: Promise<void> | null = null;
let toWorkOff = 0;

/** One at a time in this process: a burst of webhooks is worked off by the one that is at it. */
function work(messages: number): Promise<void> {
  toWorkOff += Math.max(1, messages);
  working ??= (async () => {
    while (toWorkOff > 0) {
      const count = toWorkOff;
      toWorkOff = 0;
      await workOff({ client, doors, listen, signal: AbortSignal.timeout(wallMs * 0.6) }, count);
    }
  })()
    .catch((error: unknown) => console.error('work:', error instanceof Error ? error.message : error))
    .finally(() => (working = null));
  return working;
}

/** null when it is larger than any webhook. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null;
  const body = new Uint8Array(await request.arrayBuffer());
  return body.length > mostBytes ? null : body;
}

serve(async (request) => {
  const route = new URL(request.url).pathname.split('/').at(-1);
  if (route === 'work') {
    if (!isTheDatabase(request)) return notTheDatabase();
    inBackground('receive', work(1));
    return Response.json({ accepted: true }, { status: 202 });
  }
  const door = doors.find(({ channel }) => channel === route);
  if (!door) return Response.json({ code: 'channel_not_configured' }, { status: 404 });
  const body = await readBody(request);
  if (!body) return Response.json({ code: 'too_large' }, { status: 413 });
  const heard = await door.hear(request, body);
  if (heard instanceof Response) return heard;
  try {
    await storeHeard(client, door.channel, heard);
  } catch (error) {
    console.error('store:', error instanceof Error ? error.message : error);
    return Response.json({ code: 'try_again' }, { status: 503 });
  }
  if (heard.messages.length > 0) inBackground('receive', work(heard.messages.length));
  return heard.answer ?? new Response(null, { status: 200 });
});
