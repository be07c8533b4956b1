// Charts: small, whole, readable without colour, and saying in words what they show.
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { proveLanguages, proveSkill } from '../../../../tests/eval/prove-skill.ts';
import { runSkill } from '../../../../tests/run-skill.ts';
import { contrast } from '../../../_shared/visual/colour.ts';
import { addDays } from '../local-time.ts';
import { chartBuilder } from './chart-builder.ts';

/** Bucket media as the worker's client writes to it. */
function mediaDouble() {
  const files = new Map<string, string>();
  const client = {
    reserveEffect: async (_step: unknown, key: string) => (files.has(key.slice('media:'.length)) ? ('settled' as const) : ('new' as const)),
    storeMedia: async (path: string, bytes: Uint8Array) => void files.set(path, new TextDecoder().decode(bytes)),
    settleEffect: async () => undefined,
  };
  return { files, client };
}

async function draw(input: Record<string, unknown>, language = 'fr') {
  const { files, client } = mediaDouble();
  const output = await runSkill(chartBuilder, 'chart-builder', { unit: 'count', language, ...input }, { client });
  return { output, svg: files.get(String(output.path)) ?? '' };
}

const days = (count: number, value: (at: number) => number | null, label = 'Portée') => ({
  key: label,
  label,
  points: Array.from({ length: count }, (_, at) => ({ x: addDays('2026-11-02', at), y: value(at) })),
});
const week = days(7, (at) => [120, 80, null, 200, 90, 40, 150][at] ?? null);

/** Names of the elements in order; fails on a mark that is not closed. */
function elements(svg: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => void (names.push(name), open.push(name)),
      onclosetag: (name, implied) => {
        if (!implied) expect(open.pop()).toBe(name);
        else open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  expect(open).toEqual([]);
  return names;
}

it('reads the chart out: highest, lowest, first and last, as sentence, alt and table', async () => {
  const { client } = mediaDouble();
  await proveSkill(
    chartBuilder,
    'chart-builder',
    { chart: 'line', series: [week], unit: 'count', language: 'fr' },
    (output) => {
      expect(output).toMatchObject({
        sentence: 'Portée : au plus haut 200 (05/11), au plus bas 40 (07/11) ; de 120 au début à 150 à la fin.',
        chart: 'line',
        mime: 'image/svg+xml',
        width: 720,
        height: 405,
      });
      expect(output.alt).toBe(output.sentence);
      expect((output.table as string[][]).slice(0, 4)).toEqual([
        ['', 'Portée'],
        ['02/11', '120'],
        ['03/11', '80'],
        ['04/11', '–'],
      ]);
      expect(output.path).toMatch(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/step-1-1\.svg$/);
    },
    { client },
  );
});

it('leaves gaps open and begins bars at zero', async () => {
  const lines = await draw({ chart: 'line', series: [week] });
  const [path = ''] = /d="(M[^"]*L[^"]*)"/.exec(lines.svg)?.slice(1) ?? [];
  expect(path.match(/M/g)).toHaveLength(2);
  const bars = await draw({ chart: 'bar', series: [days(3, (at) => 100 + at)] });
  expect(bars.svg).toContain('>0</text>');
  expect(elements(bars.svg).filter((name) => name === 'rect')).toHaveLength(1 + 1 + 3);
});

it('says so when a line does not begin at zero', async () => {
  expect((await draw({ chart: 'line', series: [days(5, (at) => 1000 + at)] })).svg).toContain('L’échelle ne commence pas à zéro');
  expect((await draw({ chart: 'line', series: [days(5, (at) => at)] })).svg).not.toContain('ne commence pas');
});

it('makes a line of more than twelve bars, and says so', async () => {
  const { output } = await draw({ chart: 'bar', series: [days(13, (at) => at)] });
  expect(output).toMatchObject({ chart: 'line', say: expect.stringContaining('trop de barres') as string });
  expect((await draw({ chart: 'bar', series: [days(12, (at) => at)] })).output.chart).toBe('bar');
});

it.each([
  ['line', 6, 400],
  ['bar', 4, 3],
  ['stacked_bar', 6, 12],
  ['heat_map', 6, 31],
  ['number', 1, 1],
])('%s of %i series with %i values stays under 12 kB, whole, in text of at least 14 px that can be read', async (chart, count, values) => {
  const labels = ['Portée', 'Clics', 'Une étiquette beaucoup trop longue pour sa place <&">', 'D', 'E', 'F'].slice(0, count);
  const series = labels.map((label, index) => days(values, (at) => Math.round(1000 * Math.abs(Math.sin(at + index))), label));
  for (const language of ['fr', 'ar']) {
    const { svg, output } = await draw({ chart, series, language }, language);
    expect(output.chart).toBe(chart);
    expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(12_288);
    expect(elements(svg)).not.toContain('script');
    expect([...svg.matchAll(/font-size="(\d+)"/g)].every(([, size]) => Number(size) >= 14)).toBe(true);
    const [, ink = ''] = /font-size="14" fill="(#\w{6})"/.exec(svg) ?? [];
    const [, ground = ''] = /height="405" fill="(#\w{6})"/.exec(svg) ?? [];
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  }
});

it('tells series apart without colour: dashes for lines, hatching for bars', async () => {
  const two = [days(3, (at) => at), days(3, (at) => at * 2, 'Clics')];
  expect((await draw({ chart: 'line', series: two })).svg).toContain('stroke-dasharray');
  expect((await draw({ chart: 'bar', series: two })).svg.match(/<pattern /g)).toHaveLength(2);
});

it('writes money and Arabic as their readers do, time running from the right', async () => {
  const { output, svg } = await draw({ chart: 'line', series: [week], unit: 'money', currency: 'MGA' }, 'ar');
  expect(output.sentence).toContain('٢٠٠');
  expect(svg).toContain('direction="rtl"');
  const xs = [...(/d="(M[^"]*L[^"]*)"/.exec(svg)?.[1] ?? '').matchAll(/[ML](\d+) /g)].map(([, x]) => Number(x));
  expect(xs).toEqual(xs.toSorted((a, b) => b - a));
});

it('shows that there is nothing to show, one value alone, and refuses more rows than its table holds', async () => {
  expect((await draw({ chart: 'bar', series: [days(3, () => null)] })).output.sentence).toContain('pas encore de chiffres');
  expect((await draw({ chart: 'line', series: [days(1, () => 5)] })).output.sentence).toBe('Portée : 5 (02/11).');
  const many = [days(400, (at) => at), { ...days(2, () => 1, 'Clics'), points: [{ x: 'a', y: 1 }] }];
  await expect(draw({ chart: 'line', series: many })).rejects.toThrow(/input_missing.*series/);
});

it('stores the drawing once, whoever takes the step over', async () => {
  const { files, client } = mediaDouble();
  await runSkill(chartBuilder, 'chart-builder', { chart: 'number', series: [week], unit: 'count', language: 'fr' }, { client });
  expect(files.size).toBe(1);
  const lost = { ...client, reserveEffect: async () => 'claim_lost' as const };
  await expect(
    runSkill(chartBuilder, 'chart-builder', { chart: 'number', series: [week], unit: 'count', language: 'fr' }, { client: lost }),
  ).rejects.toThrow('claim was lost');
});

it('speaks four languages', async () => {
  const { client } = mediaDouble();
  await proveLanguages(chartBuilder, 'chart-builder', (language) => ({ chart: 'line', series: [week], unit: 'percent', language }), {
    client,
  });
});
