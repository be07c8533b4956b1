// The sheet a chart is drawn on: what was asked, its inks, its scales, the frame. Used by the drawings of this folder.
import { extent, nice, ticks } from 'd3-array';
import type { BrandDna, Language } from '../../../_shared/payloads.ts';
import { inkOn, mix, standOut } from '../../../_shared/visual/colour.ts';
import { escapeXml, fit } from '../../../_shared/visual/text.ts';
import { sayCompact, sayDigits, sayMoney, sayNumber, sayPercent } from '../say-figures.ts';

export type ChartKind = 'line' | 'bar' | 'stacked_bar' | 'heat_map' | 'number';
export type ChartSeries = { key: string; label: string; points: { x: string; y: number | null }[] };
export type ChartInput = {
  chart: ChartKind;
  series: ChartSeries[];
  unit: 'count' | 'percent' | 'money';
  currency?: string;
  language: Language;
};

export const size = { width: 720, height: 405 };
const textSize = 14;

export type Sheet = {
  kind: ChartKind;
  language: Language;
  rtl: boolean;
  series: ChartSeries[];
  /** every x of any series, in the order of their appearance; days in the order of the calendar */
  xs: string[];
  /** value of a series at an x; null is a gap */
  at: (series: ChartSeries, x: string) => number | null;
  inks: { ground: string; text: string; grid: string; series: string[] };
  plot: { left: number; right: number; top: number; bottom: number };
  axis: (value: number) => string;
  figure: (value: number) => string;
};

const isDay = (x: string) => /^\d{4}-\d{2}-\d{2}$/.test(x);
const plain = { ground: '#ffffff', ink: '#16181d', primary: '#0f766e', secondary: '#7c3aed', accent: '#c2410c' };

/** Lines are told apart by dashes, bars by hatching: colour alone tells nothing. */
export const dashes = ['', '9 5', '2 4', '12 4 2 4', '5 3', '1 6'];

export function makeSheet(kind: ChartKind, { series, unit, currency, language }: ChartInput, brand: BrandDna | null): Sheet {
  const colours = brand?.colours ?? plain;
  const found = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))];
  const values = new Map(series.map((each) => [each, new Map(each.points.map(({ x, y }) => [x, y]))]));
  const wished = [colours.primary, colours.accent, colours.secondary];
  const all = [...wished, ...wished.map((colour) => mix(colour, colours.ink, 0.45))];
  const rtl = language === 'ar';
  const legendRows = series.length > 1 ? Math.ceil(series.length / 3) : 0;
  const side = kind === 'heat_map' ? 120 : 70;
  return {
    kind,
    language,
    rtl,
    series,
    xs: found.every(isDay) ? found.toSorted() : found,
    at: (each, x) => values.get(each)?.get(x) ?? null,
    inks: {
      ground: colours.ground,
      text: inkOn([colours.ground], [colours.ink]),
      grid: mix(colours.ground, colours.ink, 0.18),
      series: all.map((colour) => standOut(colour, colours.ground, 3)),
    },
    plot: { left: rtl ? 24 : side, right: size.width - (rtl ? side : 24), top: 40 + legendRows * 24, bottom: size.height - 40 },
    axis: (value) => (unit === 'percent' ? sayPercent(value, language) : sayCompact(value, language)),
    figure: (value) =>
      unit === 'percent'
        ? sayPercent(value, language)
        : unit === 'money' && currency
          ? sayMoney(value, currency, language)
          : sayNumber(value, language),
  };
}

export const sayX = (x: string, language: Language): string => {
  if (!isDay(x)) return x;
  return sayDigits(`${x.slice(8)}/${x.slice(5, 7)}`, language);
};

/** Where the middle of the nth of `count` columns stands: time runs as its readers expect. */
export function columnAt({ plot, rtl }: Sheet, index: number, count: number): number {
  const width = (plot.right - plot.left) / count;
  const along = width * (index + 0.5);
  return rtl ? plot.right - along : plot.left + along;
}

export type Scale = { y: (value: number) => number; marks: number[]; from: number };

/** @param fromZero bars begin at zero; a line does where its figures are near it */
export function scaleOf({ plot }: Sheet, values: number[], fromZero: boolean): Scale {
  const [low = 0, high = 1] = extent(values) as [number?, number?];
  const nearZero = low >= 0 && low < high * 0.5;
  const least = fromZero || nearZero ? Math.min(0, low) : low;
  const most = fromZero ? Math.max(0, high) : high;
  const [from, to] = least === most ? [Math.min(0, least), Math.max(1, most)] : nice(least, most, 5);
  return { from, marks: ticks(from, to, 5), y: (value) => plot.bottom - ((value - from) / (to - from)) * (plot.bottom - plot.top) };
}

type TextOptions = { anchor?: 'start' | 'middle' | 'end'; size?: number; weight?: number };

/** `anchor` is of the sheet, not of the script: start is left. */
export function text(
  sheet: Sheet,
  words: string,
  x: number,
  y: number,
  { anchor = 'middle', size: letters = textSize, weight }: TextOptions = {},
): string {
  const side = sheet.rtl && anchor !== 'middle' ? (anchor === 'start' ? 'end' : 'start') : anchor;
  return `<text x="${Math.round(x)}" y="${Math.round(y)}" text-anchor="${side}"${letters === textSize ? '' : ` font-size="${letters}"`}${weight ? ` font-weight="${weight}"` : ''}>${escapeXml(words)}</text>`;
}

/** One line that is no wider than `width`, cut with an ellipsis. */
export const short = (words: string, width: number): string => fit(words, { width, height: 30 }, textSize, textSize, 1).lines[0] ?? '';

/** Lines across the plot with their figures, and at most seven x labels. */
export function frame(sheet: Sheet, scale: Scale): string {
  const { plot, rtl, xs, language } = sheet;
  const rules = scale.marks.map((mark) => {
    const y = Math.round(scale.y(mark));
    const label = rtl
      ? text(sheet, sheet.axis(mark), plot.right + 8, y + 5, { anchor: 'start' })
      : text(sheet, sheet.axis(mark), plot.left - 8, y + 5, { anchor: 'end' });
    return `<path d="M${plot.left} ${y}H${plot.right}" stroke="${sheet.inks.grid}"/>${label}`;
  });
  return rules.join('') + xLabels(sheet, language, xs);
}

export function xLabels(sheet: Sheet, language: Language, xs: string[]): string {
  const step = Math.ceil(xs.length / 7);
  const width = ((sheet.plot.right - sheet.plot.left) / xs.length) * step - 6;
  return xs
    .map((x, index) =>
      index % step === 0 ? text(sheet, short(sayX(x, language), width), columnAt(sheet, index, xs.length), sheet.plot.bottom + 24) : '',
    )
    .join('');
}

/** Names of the series beside a sample of their line or bar, three in a row. */
export function legend(sheet: Sheet, sample: (series: number, x: number, y: number) => string): string {
  if (sheet.series.length < 2) return '';
  const width = (size.width - 48) / 3;
  return sheet.series
    .map(({ label }, index) => {
      const column = index % 3;
      const left = sheet.rtl ? size.width - 24 - (column + 1) * width : 24 + column * width;
      const y = 34 + Math.floor(index / 3) * 24;
      const name = short(label, width - 56);
      return sheet.rtl
        ? sample(index, left + width - 36, y) + text(sheet, name, left + width - 44, y + 5, { anchor: 'end' })
        : sample(index, left, y) + text(sheet, name, left + 44, y + 5, { anchor: 'start' });
    })
    .join('');
}
