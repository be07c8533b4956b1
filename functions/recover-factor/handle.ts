// A lost authenticator: who is signed in and types one of their recovery codes loses the second factor and sets up a new one. Pure: all it
// touches is given. Called by index.ts.

export type RecoverTools = {
  /** the person of a session, by its access token; null = the token is not good */
  whoIs(token: string): Promise<string | null>;
  useCode(userId: string, code: string): Promise<'used' | 'wrong' | 'locked'>;
  /** ids of the factors that the person has proved */
  factorsOf(userId: string): Promise<string[]>;
  removeFactor(userId: string, factorId: string): Promise<void>;
  /** the lost phone may still be signed in */
  endOtherSessions(token: string): Promise<void>;
};

/** The app may stand under another address than the functions. */
const headers = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST',
  'cache-control': 'no-store',
};
const say = (status: number, body: object) => Response.json(body, { status, headers });

/** POST {code} with the person's access token. 200 {removed}; 400 recovery_code_wrong; 401 session_expired; 429 too_many_attempts. */
export async function recoverFactor(request: Request, tools: RecoverTools): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
  if (request.method !== 'POST') return say(405, { code: 'method_not_allowed' });
  const token = (request.headers.get('authorization') ?? '').replace(/^Bearer /i, '');
  const userId = await tools.whoIs(token);
  if (!userId) return say(401, { code: 'session_expired' });
  const asked = (await request.json().catch(() => null)) as { code?: unknown } | null;
  const code = typeof asked?.code === 'string' ? asked.code.slice(0, 40) : '';
  const outcome = await tools.useCode(userId, code);
  if (outcome === 'locked') return say(429, { code: 'too_many_attempts' });
  if (outcome === 'wrong') return say(400, { code: 'recovery_code_wrong' });
  const factors = await tools.factorsOf(userId);
  for (const id of factors) await tools.removeFactor(userId, id);
  await tools.endOtherSessions(token);
  return say(200, { removed: factors.length });
}
