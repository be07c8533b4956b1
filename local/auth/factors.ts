// Second factors (TOTP): enrol, challenge, verify, remove, with the endpoints and error codes of Supabase Auth. Used by gateway.ts.
import { TOTP, Secret } from 'otpauth';
import type { JWTPayload } from 'jose';
import { AuthRefusal } from './errors.ts';
import type { AuthContext } from './gateway.ts';
import { qrCode } from './qr-code.ts';
import type { Session } from '../session.ts';

const challengeSeconds = 300;

interface Factor {
  id: string;
  friendly_name: string | null;
  factor_type: string;
  status: 'unverified' | 'verified';
  secret: string;
}

export interface Factors {
  /** The factors of a user as auth-js shows them (no secrets), oldest first. */
  list(userId: string): Promise<unknown[]>;
  /** Answers /factors, /factors/:id, /factors/:id/challenge and /factors/:id/verify. */
  handle(request: Request, path: string): Promise<Response>;
}

/** The factors of a user without their secrets, oldest first. */
export const listFactors = (session: Session, userId: string) =>
  session.query<Omit<Factor, 'secret'>>(
    `select id, friendly_name, factor_type, status, created_at, updated_at, last_challenged_at
     from auth.mfa_factors where user_id = $1 order by created_at`,
    [userId],
  );

/** What the factor had proved is proved no more. */
export async function removeFactor(session: Session, id: string): Promise<void> {
  await session.query('delete from auth.mfa_factors where id = $1', [id]);
  await session.query(`update auth.sessions set aal = 'aal1', factor_id = null where factor_id = $1`, [id]);
}

export function createFactors(context: AuthContext): Factors {
  const { session, tokens } = context;

  const list = (userId: string) => listFactors(session, userId);

  async function whoAsks(request: Request): Promise<JWTPayload> {
    const me = await tokens.read((request.headers.get('authorization') ?? '').replace(/^Bearer /i, ''));
    const [found] = await session.query('select 1 from auth.sessions where id = $1 and user_id = $2', [me.session_id, me.sub]);
    if (!found) throw new AuthRefusal(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
    return me;
  }

  async function enrol(me: JWTPayload, wish: { factor_type?: string; friendly_name?: string; issuer?: string }): Promise<Response> {
    if (wish.factor_type !== 'totp') throw new AuthRefusal(400, 'validation_failed', 'factor_type needs to be totp');
    const existing = await list(String(me.sub));
    if (existing.some((factor) => factor.status === 'verified') && me.aal !== 'aal2') {
      throw new AuthRefusal(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
    }
    if (wish.friendly_name && existing.some((factor) => factor.friendly_name === wish.friendly_name)) {
      throw new AuthRefusal(422, 'mfa_factor_name_conflict', 'A factor with the friendly name for this user already exists');
    }
    const secret = new Secret({ size: 20 });
    const totp = new TOTP({ issuer: wish.issuer ?? new URL(context.url).host, label: String(me.email), secret });
    const [factor] = await session.query<{ id: string }>(
      `insert into auth.mfa_factors (user_id, friendly_name, factor_type, status, secret)
       values ($1, $2, 'totp', 'unverified', $3) returning id`,
      [me.sub, wish.friendly_name ?? null, secret.base32],
    );
    return Response.json({
      id: factor?.id,
      type: 'totp',
      friendly_name: wish.friendly_name ?? '',
      totp: { qr_code: qrCode(totp.toString()), secret: secret.base32, uri: totp.toString() },
    });
  }

  async function remove(me: JWTPayload, factor: Factor): Promise<Response> {
    if (factor.status === 'verified' && me.aal !== 'aal2') {
      throw new AuthRefusal(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
    }
    await removeFactor(session, factor.id);
    return Response.json({ id: factor.id });
  }

  async function challenge(factor: Factor): Promise<Response> {
    await session.query('update auth.mfa_factors set last_challenged_at = clock_timestamp() where id = $1', [factor.id]);
    const [made] = await session.query<{ id: string }>('insert into auth.mfa_challenges (factor_id) values ($1) returning id', [factor.id]);
    return Response.json({ id: made?.id, type: 'totp', expires_at: Math.floor(Date.now() / 1000) + challengeSeconds });
  }

  async function verify(
    me: JWTPayload,
    factor: Factor,
    answer: { challenge_id?: string; code?: string },
    request: Request,
  ): Promise<Response> {
    const [open] = await session.query<{ id: string }>(
      `select id from auth.mfa_challenges where id::text = $1 and factor_id = $2 and verified_at is null
         and created_at > now() - make_interval(secs => ${challengeSeconds})`,
      [answer.challenge_id ?? '', factor.id],
    );
    if (!open)
      throw new AuthRefusal(
        422,
        'mfa_challenge_expired',
        'MFA challenge has expired, verify against another challenge or create a new challenge.',
      );
    const totp = new TOTP({ secret: Secret.fromBase32(factor.secret) });
    if (totp.validate({ token: String(answer.code), window: 1 }) === null) {
      throw new AuthRefusal(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
    }
    const refreshToken = await session.exclusive(async (tx) => {
      await tx.query('update auth.mfa_challenges set verified_at = now() where id = $1', [open.id]);
      await tx.query(`update auth.mfa_factors set status = 'verified', updated_at = now() where id = $1`, [factor.id]);
      await tx.query(`update auth.sessions set aal = 'aal2', factor_id = $2 where id = $1`, [me.session_id, factor.id]);
      await tx.query(`delete from auth.sessions where user_id = $1 and id <> $2 and coalesce(aal, 'aal1') = 'aal1'`, [
        me.sub,
        me.session_id,
      ]);
      const [latest] = await tx.query<{ token: string }>(
        'select token from auth.refresh_tokens where session_id = $1 and not revoked order by created_at desc limit 1',
        [me.session_id],
      );
      return latest?.token;
    });
    return Response.json(await freshSession(me, refreshToken, request));
  }

  async function freshSession(me: JWTPayload, refreshToken: string | undefined, request: Request): Promise<object> {
    const now = Math.floor(Date.now() / 1000);
    const base = await tokens.sign({ ...me, iat: now, exp: now + context.tokenSeconds });
    const headers = { authorization: request.headers.get('authorization') ?? '', apikey: request.headers.get('apikey') ?? '' };
    const user = (await (await context.app.fetch(new Request(`${context.url}/auth/v1/user`, { headers }))).json()) as object;
    return {
      access_token: await tokens.complete(base, 'totp'),
      token_type: 'bearer',
      expires_in: context.tokenSeconds,
      expires_at: now + context.tokenSeconds,
      refresh_token: refreshToken,
      user: { ...user, factors: await list(String(me.sub)) },
    };
  }

  return {
    list,
    async handle(request, path) {
      const me = await whoAsks(request);
      const [, , id, act] = path.split('/');
      const body = request.method === 'POST' ? ((await request.json().catch(() => ({}))) as Record<string, string>) : {};
      if (!id && request.method === 'POST') return enrol(me, body);
      const [factor] = await session.query<Factor>('select * from auth.mfa_factors where id::text = $1 and user_id = $2', [
        id ?? '',
        me.sub,
      ]);
      if (!factor) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
      if (request.method === 'DELETE' && !act) return remove(me, factor);
      if (request.method === 'POST' && act === 'challenge') return challenge(factor);
      if (request.method === 'POST' && act === 'verify') return verify(me, factor, body, request);
      throw new AuthRefusal(404, 'not_found', 'Not found');
    },
  };
}
