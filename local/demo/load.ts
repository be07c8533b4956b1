// Fills one tenant with twelve believable weeks, marked as demo, in the running stack or in its data folder. Started by ../demo.mjs.
//   NEXIO_DATA=<folder>, DATABASE_URL=<url>  as for npm start        NEXIO_DEMO_PASSWORD=<text>  default: a new one each time
import { randomBytes, randomUUID } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { composePicture } from '../../functions/_shared/visual/compose.ts';
import { BrandDna } from '../../supabase/payloads.ts';
import { boot } from '../boot.ts';
import { FolderInUse, lockFolder } from '../folder-lock.ts';
import { projectDir } from '../paths.ts';
import { loadSecrets, publishableKey } from '../secrets.ts';
import story from './story.json' with { type: 'json' };

type Place = { url: string; secretKey: string; close: () => Promise<void> };
const email = 'demo@nexio.test';
const auth = { persistSession: false, autoRefreshToken: false };

/** The stack that runs on the data folder, else one that lives as long as this program. */
async function openStack(): Promise<Place> {
  const chosen = process.env.NEXIO_DATA || '.data';
  const dataDir = isAbsolute(chosen) ? chosen : join(projectDir, chosen);
  try {
    const lock = lockFolder(dataDir);
    const stack = await boot({ dataDir, databaseUrl: process.env.DATABASE_URL || undefined, app: null, functions: null, jobs: false });
    return { url: stack.url, secretKey: stack.keys.secret, close: () => stack.stop().finally(() => lock.release()) };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    if (!error.url) throw new Error('Nexio is just starting; try again in a moment.', { cause: error });
    return { url: error.url, secretKey: loadSecrets(dataDir).secret_key, close: async () => {} };
  }
}

type Answer<Data> = { data: Data; error: null } | { data: unknown; error: { message: string } };

function must<Data>(what: string, { data, error }: Answer<Data>): NonNullable<Data> {
  if (error || data === null || data === undefined) throw new Error(`${what}: ${error?.message ?? 'no answer'}`);
  return data;
}

/** The demo owner, with a password that is ours to tell. */
async function openAccount(service: SupabaseClient, password: string): Promise<string> {
  const { users } = must('people', await service.auth.admin.listUsers({ page: 1, perPage: 1000 }));
  const known = users.find((user) => user.email === email);
  if (known) return must('account', await service.auth.admin.updateUserById(known.id, { password })).user.id;
  const account = { email, password, email_confirm: true, user_metadata: { display_name: 'Ravaka', language: 'fr' } };
  return must('account', await service.auth.admin.createUser(account)).user.id;
}

async function drawPictures(service: SupabaseClient, tenantId: string, brand: BrandDna) {
  const posts = [];
  for (const [n, post] of story.posts.entries()) {
    const { svg, ...picture } = composePicture({
      brand,
      headline: post.headline,
      body_facts: post.body,
      language: 'fr',
      platform: 'nexio_page',
    });
    const path = `${tenantId}/demo/${n}.svg`;
    const file = new Blob([svg], { type: 'image/svg+xml' });
    must('picture', await service.storage.from('media').upload(path, file, { contentType: 'image/svg+xml', upsert: true }));
    posts.push({ ...post, visual: { path, mime: 'image/svg+xml', ...picture } });
  }
  return posts;
}

async function load({ url, secretKey }: Place, password: string): Promise<string> {
  const service = createClient(url, secretKey, { auth });
  const ownerId = await openAccount(service, password);
  const owner = createClient(url, publishableKey, { auth });
  must('sign-in', await owner.auth.signInWithPassword({ email, password }));
  const memberships = must('memberships', await owner.rpc('list_memberships')) as { is_demo: boolean; slug: string }[];
  const filled = memberships.find(({ is_demo }) => is_demo);
  if (filled) return filled.slug;

  const place = { p_country: 'MG', p_language: 'fr', p_timezone: 'Indian/Antananarivo' };
  const { tenant_id, slug } = must('tenant', await owner.rpc('create_tenant', { p_name: story.name, ...place })) as {
    tenant_id: string;
    slug: string;
  };
  const { data } = await owner.auth.getSession();
  const headers = { 'x-tenant-id': tenant_id, authorization: `Bearer ${data.session?.access_token}` };
  const inTenant = createClient(url, publishableKey, { auth, global: { headers } });
  const brand = BrandDna.parse(story.brand);
  must('brand', await inTenant.rpc('save_brand_dna', { p_tenant_id: tenant_id, p_dna: brand, p_expected_version: 0 }));
  const posts = await drawPictures(service, tenant_id, brand);
  const worker = createClient(url, secretKey, { auth, db: { schema: 'worker' } });
  const told = { p_tenant_id: tenant_id, p_owner_id: ownerId, p_story: { posts, leads: story.leads } };
  const { runs, published } = must('story', await worker.rpc('load_demo', told)) as { runs: number; published: number };
  console.log(`Twelve weeks of ${story.name}: ${runs} requests, ${published} posts published.`);
  // the agents themselves plan the coming week, now or at the next start
  const asked = { p_tenant_id: tenant_id, p_chain_key: 'weekly_content_plan', p_input: {}, p_client_key: randomUUID() };
  must('plan of the week', await inTenant.rpc('start_chain', asked));
  return slug;
}

async function main(): Promise<void> {
  const place = await openStack();
  const password = process.env.NEXIO_DEMO_PASSWORD || randomBytes(9).toString('base64url');
  try {
    const slug = await load(place, password);
    console.log(
      `\n  Sign in as  ${email}\n  password    ${password}\n  its page    /@${slug}\n\nEverything in it is made up and marked as demo.`,
    );
  } finally {
    await place.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
