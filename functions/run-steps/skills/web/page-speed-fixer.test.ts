// How heavy a page is, by a server that a test weighs by hand; and a lighter draft of a page that is ours.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { pageSpeedFixer } from './page-speed-fixer.ts';

const html = `<!doctype html><html><head><link rel="stylesheet" href="/a.css"><script src="/a.js"></script><script src="/late.js" defer></script></head>
<body><p class="on">Bonjour</p><img src="/big.jpg"><img src="/small.webp" width="10" height="10" alt=""></body></html>`;
const files: Record<string, [type: string, size: number, more?: Record<string, string>]> = {
  '/a.js': ['text/javascript', 40_000],
  '/late.js': ['text/javascript', 20_000, { 'cache-control': 'max-age=31536000' }],
  '/big.jpg': ['image/jpeg', 250_000, { 'cache-control': 'max-age=31536000' }],
  '/small.webp': ['image/webp', 1000, { 'cache-control': 'max-age=31536000' }],
};
const css = `.on{color:red}${Array.from({ length: 100 }, (_none, at) => `.unused-${at}{color:blue}`).join('')}`;

let server: Server;
let host: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    else if (request.url === '/old') response.writeHead(301, { location: '/' }).end();
    else if (request.url === '/a.css')
      response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=31536000' }).end(css);
    else if (file) response.writeHead(200, { 'content-type': file[0], ...file[2] }).end('x'.repeat(file[1]));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Output = {
  before: Record<string, number>;
  after: Record<string, number> | null;
  findings: { rule: string; saves_bytes: number; fixed: boolean; what: string }[];
  html: string;
  say: string;
};
const fix = async (input: Record<string, unknown>) =>
  (await runSkill(pageSpeedFixer({ allowHosts: [host] }), 'page-speed-fixer', { fix: true, ...input })) as Output;

describe('page-speed-fixer', () => {
  it('weighs a page elsewhere and fixes nothing on it', async () => {
    const output = await fix({ page: `http://${host}/` });
    const pageBytes = html.length + css.length + 40_000 + 20_000 + 250_000 + 1000;
    // http: name and connection 2, page 1, what blocks it 1 = 4 round trips; page, sheet and first script before the paint
    const seconds = Math.round((4 * 0.4 + (html.length + css.length + 40_000) / 50_000) * 10) / 10;
    expect(output.before).toEqual({
      bytes: pageBytes,
      requests: 6,
      pictures_bytes: 251_000,
      script_bytes: 60_000,
      slow_3g_seconds: seconds,
    });
    expect(output.after).toBeNull();
    expect(output.html).toBe('');
    expect(output.findings.map(({ rule, what }) => `${rule} ${what}`)).toEqual(
      expect.arrayContaining(['large_picture big.jpg: 250 kB', 'no_dimensions big.jpg', 'render_blocking a.js: 40 kB', 'no_cache a.js']),
    );
    expect(output.findings.find(({ rule }) => rule === 'unused_css')?.saves_bytes).toBe(css.length - '.on{color:red}'.length);
    expect(output.findings.every(({ fixed }) => !fixed)).toBe(true);
    expect(output.say).toContain('pas une mesure');
  });

  it('counts a redirect', async () => {
    const output = await fix({ page: `http://${host}/old` });
    expect(output.findings.map(({ rule }) => rule)).toContain('redirect');
    expect(output.before.requests).toBe(7);
  });

  it('hands over a lighter draft of a page that is ours, with the same words', async () => {
    const ours = `<!doctype html><html><head><style>${css}</style></head><body><p class="on">Bonjour</p></body></html>`;
    const output = await fix({ page: 'page-1', html: ours });
    expect(output.html).toBe(
      '<!doctype html><html><head><style>.on{color:red}</style></head><body><p class="on">Bonjour</p></body></html>',
    );
    expect(output.after?.bytes).toBe(output.html.length);
    expect(output.findings).toMatchObject([{ rule: 'unused_css', fixed: true }]);
    expect((await fix({ page: 'page-1', html: ours, fix: false })).after).toBeNull();
  });

  it('refuses private addresses, pages that are away, and a page of ours without its html', async () => {
    await expect(fix({ page: 'http://10.0.0.1/' })).rejects.toThrow('site_private_address');
    await expect(fix({ page: `http://${host}/none` })).rejects.toThrow('site_not_found');
    await expect(fix({ page: 'page-1' })).rejects.toThrow('input_missing');
  });
});
