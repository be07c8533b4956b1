// The same look in fewer bytes: what goes, what stays, and what is given back as it was.
import { describe, expect, it } from 'vitest';
import { runSkill } from '../../../../tests/run-skill.ts';
import { cssOptimizer } from './css-optimizer.ts';

const html =
  '<!doctype html><html><head><style></style></head><body class="home"><header><a class="btn primary" href="#">x</a></header><ul><li>a</li><li>b</li></ul></body></html>';
const optimize = (css: string, page = html) => runSkill(cssOptimizer, 'css-optimizer', { css, html: page });

describe('css-optimizer', () => {
  it('drops what matches nothing, keeps states, directions and pseudo-elements', async () => {
    const output = await optimize(`
      .btn { color: red } .gone { color: blue } .gone .btn, .btn:hover { color: green }
      [dir=rtl] .btn { margin-left: 0px } .btn::before { content: "x" } #nothing > li { color: red } li:nth-child(2) { color: red } li:nth-child(3) { color: red }`);
    expect(output.css).toBe(
      '.btn{color:red}.btn:hover{color:green}[dir=rtl] .btn{margin-left:0}.btn::before{content:"x"}li:nth-child(2){color:red}',
    );
    expect(output.removed_rules).toBe(3);
    expect(output.bytes_after).toBeLessThan(Number(output.bytes_before));
  });

  it('shortens colours, numbers and zeros, but not where a unit is needed', async () => {
    expect(
      (
        await optimize(
          '.btn { color: #FFCC00; margin: 0px 0.50em; width: calc(100% - 0px); transition: all 0s; --x: 0px; line-height: 0px; top: var(--x) }',
        )
      ).css,
    ).toBe('.btn{color:#fc0;margin:0 .5em;width:calc(100% - 0px);transition:all 0s;--x: 0px;line-height:0px;top:var(--x)}');
  });

  it('joins equal rules only when nothing between them touches the same properties', async () => {
    expect((await optimize('.btn { color: red } li { padding: 1px } .btn { margin: 0 }')).css).toBe(
      '.btn{color:red;margin:0}li{padding:1px}',
    );
    expect((await optimize('.btn { color: red }  a { color: blue } .btn { color: green }')).css).toBe(
      '.btn{color:red}a{color:blue}.btn{color:green}',
    );
    expect((await optimize('.btn { margin: 0 }  a { margin-top: 1px } .btn { margin-left: 2px }')).css).toBe(
      '.btn{margin:0}a{margin-top:1px}.btn{margin-left:2px}',
    );
  });

  it('drops imports, unknown at-rules, unused fonts, animations and custom properties', async () => {
    const output = await optimize(`@charset "utf-8"; @import url(https://evil.example/x.css); @unknown x { a { color: red } }
      @font-face { font-family: "Used"; src: url(a.woff2) } @font-face { font-family: "Idle"; src: url(b.woff2) }
      @keyframes spin { to { rotate: 1turn } } @keyframes idle { to { rotate: 1turn } }
      :root { --read: red; --idle: blue; --chain: var(--idle) } /* note */
      .btn { font-family: Used; color: var(--read); animation: spin 1s }
      @media print { .gone { color: red } } @media (min-width: 700px) { .btn { color: blue } }`);
    expect(output.css).toBe(
      '@font-face{font-family:"Used";src:url(a.woff2)}@keyframes spin{to{rotate:1turn}}:root{--read: red}.btn{font-family:Used;color:var(--read);animation:spin 1s}@media (min-width:700px){.btn{color:blue}}',
    );
  });

  it('keeps what it does not understand, and says so', async () => {
    const output = await optimize('.btn    {    color: red   }   .btn >>> x { color: blue }  .btn:is(.primary, .gone) { top: 0px }');
    expect(output.css).toContain(':is(.primary,.gone)');
  });

  it('gives the sheet back when it cannot be made smaller or read', async () => {
    expect((await optimize('.btn{color:red}')).css).toBe('.btn{color:red}');
    for (const broken of ['}}}}', '.btn{', '@media{', '<script>', '.a{color:red;;;}{}'])
      expect(await optimize(broken)).toHaveProperty('css');
    expect(await optimize('.btn { color : red }', 'no html at all')).toHaveProperty('css');
  });

  it('is quick on a framework', async () => {
    const framework = Array.from({ length: 3000 }, (_none, at) => `.u-${at} { margin: ${at}px }`).join('\n');
    const list = `<ul>${Array.from({ length: 500 }, (_none, at) => `<li class="u-${at}">x</li>`).join('')}</ul>`;
    const started = performance.now();
    expect((await optimize(framework, list)).removed_rules).toBe(2500);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
