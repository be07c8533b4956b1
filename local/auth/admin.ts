// The admin calls of supabase-js that this project uses: create, list, read, update, delete and invite users, list and delete their factors.
// Only the secret key may call them. Used by gateway.ts.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AuthRefusal } from './errors.ts';
import { listFactors, removeFactor } from './factors.ts';
import type { AuthContext } from './gateway.ts';
import { mailLink, writeMail } from './mail-links.ts';

const UserWish = z.object({
  email: z.email().optional(),
  password: z.string().min(8).optional(),
  user_metadata: z.record(z.string(), z.unknown()).optional(),
  app_metadata: z.record(z.string(), z.unknown()).optional(),
});
type UserWish = z.infer<typeof UserWish>;

const userColumns = `id, aud, role, email, phone, email_confirmed_at, confirmed_at, last_sign_in_at, invited_at, created_at, updated_at,
  raw_app_meta_data app_metadata, raw_user_meta_data user_metadata, is_anonymous, banned_until, '[]'::jsonb identities`;

export async function handleAdmin(context: AuthContext, request: Request, path: string): Promise<Response> {
  const bearer = (request.headers.get('authorization') ?? '').replace(/^Bearer /i, '');
  if (bearer !== context.secretKey && request.headers.get('apikey') !== context.secretKey) {
    throw new AuthRefusal(403, 'not_admin', 'User not allowed');
  }
  const [, , resource, id, part, factorId] = path.split('/');
  if (resource !== 'users') throw new AuthRefusal(404, 'not_found', 'This admin call is not emulated locally.');
  if (id && part === 'factors') return handleFactors(context, request, id, factorId);
  if (!id && request.method === 'POST') return Response.json(await createUser(context, await readWish(request)));
  if (!id && request.method === 'GET') return listUsers(context, new URL(request.url));
  if (id && request.method === 'GET') return Response.json(await readUser(context, id));
  if (id && request.method === 'PUT') return Response.json(await updateUser(context, id, await readWish(request)));
  if (id && request.method === 'DELETE') return deleteUser(context, id);
  throw new AuthRefusal(405, 'method_not_allowed', 'Method not allowed');
}

/** POST /invite: a user without a password, and a mail whose link signs them in. */
export async function inviteUser(context: AuthContext, email: string, redirectTo: string): Promise<Response> {
  const created = (await createUser(context, { email })) as { id: string };
  const token = randomBytes(28).toString('hex');
  await context.session.query('update auth.users set invited_at = now(), recovery_token = $2, recovery_sent_at = now() where id = $1', [
    created.id,
    token,
  ]);
  const link = mailLink(context.url, token, 'invite', redirectTo);
  await writeMail(
    context.session,
    { to: email, subject: 'You have been invited', text: `You have been invited. Accept here: ${link}` },
    link,
  );
  return Response.json(await readUser(context, created.id));
}

async function readWish(request: Request): Promise<UserWish> {
  const wish = UserWish.safeParse(await request.json().catch(() => null));
  if (!wish.success) throw new AuthRefusal(422, 'validation_failed', z.prettifyError(wish.error));
  return wish.data;
}

/** lite's own sign-up makes the rows, so that a created user is like any other; its session is not wanted. */
async function createUser(context: AuthContext, wish: UserWish): Promise<object> {
  const response = await context.app.fetch(
    new Request(`${context.url}/auth/v1/signup`, {
      method: 'POST',
      headers: { apikey: context.secretKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: wish.email, password: wish.password ?? randomBytes(24).toString('base64'), data: wish.user_metadata }),
    }),
  );
  const answer = (await response.json()) as { user?: { id: string }; error_code?: string; msg?: string };
  if (!answer.user) {
    const taken = answer.error_code === 'user_already_exists';
    throw new AuthRefusal(
      response.status,
      taken ? 'email_exists' : (answer.error_code ?? 'unexpected_failure'),
      answer.msg ?? 'User not created',
    );
  }
  await context.session.query('delete from auth.sessions where user_id = $1', [answer.user.id]);
  return updateUser(context, answer.user.id, { app_metadata: wish.app_metadata });
}

async function listUsers(context: AuthContext, url: URL): Promise<Response> {
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
  const size = Math.max(1, Number(url.searchParams.get('per_page')) || 50);
  const users = await context.session.query(`select ${userColumns} from auth.users order by created_at desc limit $1 offset $2`, [
    size,
    (page - 1) * size,
  ]);
  const [total] = await context.session.query<{ count: number }>('select count(*)::int count from auth.users');
  return Response.json({ users, aud: 'authenticated' }, { headers: { 'x-total-count': String(total?.count ?? 0) } });
}

async function readUser(context: AuthContext, id: string): Promise<object> {
  const [user] = await context.session.query(`select ${userColumns} from auth.users where id::text = $1`, [id]);
  if (!user) throw new AuthRefusal(404, 'user_not_found', 'User not found');
  return user;
}

async function updateUser(context: AuthContext, id: string, wish: UserWish): Promise<object> {
  await context.session.query(
    `update auth.users set
       email = coalesce(lower($2), email),
       encrypted_password = case when $3::text is null then encrypted_password else extensions.crypt($3, extensions.gen_salt('bf')) end,
       raw_user_meta_data = coalesce(raw_user_meta_data, '{}') || coalesce($4::text::jsonb, '{}'),
       raw_app_meta_data = coalesce(raw_app_meta_data, '{}') || coalesce($5::text::jsonb, '{}'),
       updated_at = now()
     where id::text = $1`,
    [
      id,
      wish.email ?? null,
      wish.password ?? null,
      wish.user_metadata ? JSON.stringify(wish.user_metadata) : null,
      wish.app_metadata ? JSON.stringify(wish.app_metadata) : null,
    ],
  );
  return readUser(context, id);
}

async function deleteUser(context: AuthContext, id: string): Promise<Response> {
  const user = await readUser(context, id);
  await context.session.query('delete from auth.users where id::text = $1', [id]);
  return Response.json(user);
}

/** GET lists, DELETE /:factor takes one off, proved or not (github.com/supabase/auth, internal/api/admin.go). */
async function handleFactors(context: AuthContext, request: Request, id: string, factorId: string | undefined): Promise<Response> {
  await readUser(context, id);
  if (!factorId && request.method === 'GET') return Response.json(await listFactors(context.session, id));
  if (!factorId || request.method !== 'DELETE') throw new AuthRefusal(405, 'method_not_allowed', 'Method not allowed');
  const [factor] = await context.session.query<{ id: string }>(
    'select id from auth.mfa_factors where id::text = $1 and user_id::text = $2',
    [factorId, id],
  );
  if (!factor) throw new AuthRefusal(404, 'mfa_factor_not_found', 'Factor not found');
  await removeFactor(context.session, factor.id);
  return Response.json({ id: factor.id });
}
