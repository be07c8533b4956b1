// A landing page from the database to the browser: what is published is served as it is and runs no script, its form is a lead, nothing else is there.
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../../../../../local/boot.ts';
import { chromiumArgs, chromiumPath } from '../../../../../../tests/chromium.ts';
import { bootEngine, newOwner } from '../../../../../../tests/engine/scenario.ts';
import { GET as getMedia } from '../../../media/[...path]/+server.ts';
import { GET, POST } from './+server.ts';

type Answer = Promise<Response>;
let stack: Stack;
let shop: { id: string; slug: string };
let rival: { id: string; slug: string };

/** Calls a route as SvelteKit would, with the API at the stack. A redirect is an answer too. */
async function call(handler: unknown, path: string, params: Record<string, string>, request = new Request(stack.url + path)): Answer {
  const event = { params, url: new URL(path, stack.url), request, locals: { locale: 'en' } };
  try {
    return await (handler as (event: unknown) => Answer)(event);
  } catch (thrown) {
    const { status, location = '' } = thrown as { status: number; location?: string };
    return new Response(null, { status, headers: { location } });
  }
}
const open = (slug: string, page: string, query = '') => call(GET, `/@${slug}/p/${page}${query}`, { slug, page });
const picture = (path: string) => call(getMedia, `/media/${path}`, { path });
const send = (slug: string, page: string, fields: Record<string, string>) => {
  const path = `/@${slug}/p/${page}`;
  return call(POST, path, { slug, page }, new Request(stack.url + path, { method: 'POST', body: new URLSearchParams(fields) }));
};
const leads = () =>
  stack.query<{ name: string; phone: string | null; email: string | null; message: string }>(
    'select name, phone, email, message from public.leads where tenant_id = $1 order by created_at',
    [shop.id],
  );

async function newShop(): Promise<{ id: string; slug: string }> {
  const { tenantId } = await newOwner(stack);
  const [found] = await stack.query<{ slug: string }>('select slug from public.tenants where id = $1', [tenantId]);
  return { id: tenantId, slug: found?.slug ?? '' };
}
const addPage = (of: { id: string }, slug: string, status: string, html: string, language = 'mg') =>
  stack.query(
    `insert into public.landing_pages (tenant_id, slug, title, html, language, status, published_at)
     values ($1, $2, 'Samosas', $3, $4, $5, case when $5 = 'published' then now() end)`,
    [of.id, slug, html, language, status],
  );
async function addPicture(path: string): Promise<void> {
  const answer = await fetch(`${stack.url}/storage/v1/object/media/${path}`, {
    method: 'POST',
    headers: { apikey: stack.keys.secret, authorization: `Bearer ${stack.keys.secret}`, 'content-type': 'image/svg+xml' },
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  if (!answer.ok) throw new Error(`upload: ${await answer.text()}`);
}

beforeAll(async () => {
  stack = await bootEngine();
  [shop, rival] = [await newShop(), await newShop()];
}, 60_000);
afterAll(() => stack.stop());

describe('a landing page', { timeout: 60_000 }, () => {
  it('is served as it is once published; a draft, an unknown name and a suspended tenant are 404', async () => {
    await addPage(shop, 'noel', 'published', '<!doctype html><h1>Noely</h1>');
    await addPage(rival, 'secret', 'draft', '<h1>secret price</h1>');
    await addPage(rival, 'gone', 'archived', '<h1>secret price</h1>');
    const answer = await open(shop.slug, 'noel');
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><h1>Noely</h1>']);
    for (const [slug, page] of [[rival.slug, 'secret'], [rival.slug, 'gone'], [shop.slug, 'secret'], [shop.slug, 'none'], ['nobody', 'noel']] as const) {
      const missing = await open(slug, page);
      expect([missing.status, (await missing.text()).includes('secret price')], `${slug}/${page}`).toEqual([404, false]);
    } // prettier-ignore
    expect((await send(rival.slug, 'secret', { name: 'Hery', phone: '034 12 345 67' })).status).toBe(404);
    await stack.query(`update public.tenants set status = 'suspended' where id = $1`, [rival.id]);
    await addPage(rival, 'open', 'published', '<h1>open</h1>');
    expect((await open(rival.slug, 'open')).status).toBe(404);
  });

  it('makes a lead of its form, with all that was asked, and thanks in the language of the page', async () => {
    const fields = {
      name: 'Hery',
      phone: '034 55 123 45',
      email: 'hery@x.mg',
      date: '2026-12-24',
      quantity: '50',
      message: 'Tsy misy sakay',
    };
    const sent = await send(shop.slug, 'noel', fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/@${shop.slug}/p/noel?sent`]);
    await send(shop.slug, 'noel', fields);
    await send(shop.slug, 'noel', { ...fields, name: 'Robot', phone: '034 00 000 01', website: 'https://spam.example' });
    expect(await leads()).toEqual([
      {
        name: 'Hery',
        phone: '0345512345',
        email: null,
        message:
          'Depuis la page «\u00a0Samosas\u00a0»\nQuantité\u00a0: 50\nDate\u00a0: 2026-12-24\nE-mail\u00a0: hery@x.mg\nTsy misy sakay',
      },
    ]);
    const thanks = await (await open(shop.slug, 'noel', '?sent')).text();
    expect(thanks).toContain('<html lang="mg"');
    expect(thanks).toMatch(/role="status">Misaotra/);
    const wrong = await send(shop.slug, 'noel', { name: 'Hery', phone: 'x' });
    expect([wrong.status, /role="alert"/.test(await wrong.text())]).toEqual([400, true]);
  });

  it('shows pictures of its own folder, and of no draft and no other tenant', async () => {
    const [shown, hidden, foreign] = [
      `${shop.id}/${randomUUID()}/a.svg`,
      `${shop.id}/${randomUUID()}/b.svg`,
      `${rival.id}/${randomUUID()}/c.svg`,
    ];
    for (const path of [shown, hidden, foreign]) await addPicture(path);
    await addPage(shop, 'pictures', 'published', `<img src="/media/${shown}"><img src="/media/${foreign}">`);
    await addPage(shop, 'drawn', 'draft', `<img src="/media/${hidden}">`);
    const answer = await picture(shown);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect((await picture(hidden)).status).toBe(404);
    expect((await picture(foreign)).status).toBe(404);
    expect((await picture(`${shop.id}/../${shown}`)).status).toBe(404);
  });
});

describe('a hostile page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: Server;
  let outside: Server;
  const asked: string[] = [];
  const listen = (server: Server) =>
    new Promise<string>((done) => {
      server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    site.close();
    outside.close();
  });

  it('runs no script, asks nobody else, goes nowhere by itself, and its form still arrives', async () => {
    outside = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('document.title = "taken"');
    });
    const evil = await listen(outside);
    const hostile = `<!doctype html><html lang="fr"><head><title>Calm</title><base href="${evil}/">
      <meta http-equiv="refresh" content="0;url=${evil}/refresh"><link rel="stylesheet" href="${evil}/style.css">
      <style>@import url("${evil}/import.css");</style>
      <script>document.title = 'taken'</script><script src="${evil}/script.js"></script></head>
      <body onload="document.title='taken'"><img src="x" onerror="document.title='taken'"><svg onload="document.title='taken'"></svg>
      <iframe src="${evil}/frame"></iframe><object data="${evil}/object"></object><a id="js" href="javascript:document.title='taken'">tap</a>
      <form id="away" method="post" action="${evil}/form"><button>away</button></form>
      <form id="own" method="post" action="#contact"><input name="name" value="Soa"><input name="phone" value="034 77 777 77"><button>own</button></form></body></html>`;
    await addPage(shop, 'hostile', 'published', hostile, 'fr');
    let origin = '';
    site = createServer((request, response) => {
      const url = new URL(request.url ?? '/', origin);
      if (url.pathname !== `/@${shop.slug}/p/hostile`) return void response.writeHead(404).end();
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const answer =
          request.method === 'POST'
            ? send(shop.slug, 'hostile', Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())))
            : open(shop.slug, 'hostile', url.search);
        void answer.then(async (made) => response.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text()));
      });
    });
    origin = await listen(site);

    const page = await browser.newPage();
    await page.goto(`${origin}/@${shop.slug}/p/hostile`);
    await page.locator('#js').click();
    await page.waitForTimeout(500);
    expect([await page.title(), page.url()]).toEqual(['Calm', `${origin}/@${shop.slug}/p/hostile`]);
    await page.locator('#away button').click({ noWaitAfter: true });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${origin}/@${shop.slug}/p/hostile`);
    expect(asked).toEqual([]);

    const again = await browser.newPage();
    await again.goto(`${origin}/@${shop.slug}/p/hostile`);
    await again.locator('#own button').click();
    await again.getByRole('status').waitFor();
    expect(again.url()).toBe(`${origin}/@${shop.slug}/p/hostile?sent#contact`);
    expect((await leads()).map(({ name }) => name)).toContain('Soa');

    // The same document without our rules takes the page over: the test above can fail.
    const bare = await browser.newPage();
    await bare.setContent(hostile);
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });
});
