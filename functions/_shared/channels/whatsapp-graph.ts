// Meta's Graph API as WhatsApp's channel needs it: one question, its errors, files in and out. Called by whatsapp.ts and by functions/receive.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
import { z } from 'zod';
import type { ChannelEnvironment } from './channel.ts';

export type GraphAccount = {
  /** https://graph.facebook.com, or a double */
  base: string;
  version: string;
  token: string;
  phoneNumberId: string;
};

export function readGraphAccount(env: ChannelEnvironment): GraphAccount | null {
  const token = env.WHATSAPP_TOKEN?.trim();
  const phoneNumberId = env.WHATSAPP_PHONE_NUMBER_ID?.trim();
  if (!token || !phoneNumberId) return null;
  const base = (env.WHATSAPP_BASE_URL?.trim() || 'https://graph.facebook.com').replace(/\/+$/, '');
  return { base, version: env.META_GRAPH_VERSION?.trim() || 'v24.0', token, phoneNumberId };
}

/** Meta said no, or nothing at all (code 0). The message is for logs and holds no token. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: number;
  /** it may work later */
  readonly isPassing: boolean;
  /** what Meta asked us to wait; undefined = it did not say */
  readonly afterSeconds: number | undefined;

  constructor(message: string, more: { code?: number; isPassing?: boolean; afterSeconds?: number | undefined; cause?: unknown }) {
    super(message, { cause: more.cause });
    this.code = more.code ?? 0;
    this.isPassing = more.isPassing ?? false;
    this.afterSeconds = more.afterSeconds;
  }
}

const Answer = z.object({
  messages: z.array(z.object({ id: z.string() })).optional(),
  id: z.string().optional(),
  url: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.coerce.number().optional(),
  error: z.object({ code: z.number(), message: z.string().default('') }).optional(),
});
export type GraphAnswer = z.infer<typeof Answer>;

async function reach(account: GraphAccount, url: string, init: RequestInit): Promise<Response> {
  try {
    // a redirect could lead the token to another host
    return await fetch(url, { ...init, redirect: 'error', headers: { authorization: `Bearer ${account.token}`, ...init.headers } });
  } catch (cause) {
    throw new GraphError('graph.facebook.com does not answer', { isPassing: true, cause });
  }
}

async function failureOf(response: Response): Promise<GraphError> {
  const { data } = Answer.safeParse(await response.json().catch(() => null));
  const code = data?.error?.code ?? 0;
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  // 1, 2, 131000, 131016: Meta's own trouble (page above, "Error codes")
  const isPassing = response.status >= 500 || response.status === 429 || [1, 2, 131000, 131016].includes(code);
  const afterSeconds = Number.isFinite(wait) && wait > 0 ? Math.min(Math.ceil(wait), 86_400) : undefined;
  return new GraphError(`graph ${response.status}: ${code} ${data?.error?.message.slice(0, 200) ?? ''}`, { code, isPassing, afterSeconds });
}

/** One question under the version's path. @throws GraphError */
export async function askGraph(
  account: GraphAccount,
  path: string,
  { json, form, signal }: { json?: unknown; form?: FormData; signal: AbortSignal },
): Promise<GraphAnswer> {
  const init: RequestInit = { signal, method: json === undefined && !form ? 'GET' : 'POST' };
  if (json !== undefined) Object.assign(init, { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });
  else if (form) init.body = form;
  const response = await reach(account, `${account.base}/${account.version}/${path}`, init);
  if (!response.ok) throw await failureOf(response);
  const { data } = Answer.safeParse(await response.json().catch(() => null));
  if (!data) throw new GraphError('graph answered what we cannot read', { isPassing: true });
  return data;
}

/** Puts a file with Meta for 30 days: no address of ours leaves the house. @throws GraphError */
export async function uploadToGraph(
  account: GraphAccount,
  file: { bytes: Uint8Array<ArrayBuffer>; mime: string },
  signal: AbortSignal,
): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.mime);
  form.set('file', new Blob([file.bytes], { type: file.mime }), `picture.${file.mime.split('/')[1]}`);
  const { id } = await askGraph(account, `${account.phoneNumberId}/media`, { form, signal });
  if (!id) throw new GraphError('graph gave no id for the file', { isPassing: true });
  return id;
}

/** The token goes to Meta's own hosts and nowhere else, whatever address an answer names. */
function isMetas(url: URL, account: GraphAccount): boolean {
  return (
    url.href.startsWith(`${account.base}/`) ||
    (url.protocol === 'https:' && /(^|\.)(fbsbx\.com|facebook\.com|whatsapp\.net)$/.test(url.hostname))
  );
}

export type FetchedFile = { bytes: Uint8Array<ArrayBuffer>; mime: string };

/**
 * A file that a person sent, in Meta's two steps: its address (good for five minutes), then the bytes, of which no more than `limit` are read.
 * @returns why not: too_large, or lost when Meta has it no more (media ids of webhooks live 7 days) @throws GraphError when it may work later
 */
export async function fetchFromGraph(
  account: GraphAccount,
  id: string,
  limit: number,
  signal: AbortSignal,
): Promise<FetchedFile | 'too_large' | 'lost'> {
  if (!/^\d{1,40}$/.test(id)) return 'lost';
  const told = await askGraph(account, id, { signal }).catch((error: unknown) => {
    if (error instanceof GraphError && error.code === 100) return null;
    throw error;
  });
  const url = URL.parse(told?.url ?? '');
  if (!told || !url || !isMetas(url, account)) return 'lost';
  if ((told.file_size ?? 0) > limit) return 'too_large';
  const response = await reach(account, url.href, { signal });
  if (response.status === 404) return 'lost';
  if (!response.ok) throw await failureOf(response);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) return 'too_large';
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { bytes, mime: (told.mime_type ?? response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '' };
}
