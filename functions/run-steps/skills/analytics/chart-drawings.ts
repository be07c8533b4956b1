// The five drawings: line, bars, stacked bars, heat map, one number. Called by chart-builder.ts.
import { max } from 'd3-array';
import { columnAt, dashes, frame, legend, type Scale, scaleOf, type Sheet, short, size, text, xLabels } from './chart-sheet.ts';

export type Drawing = (sheet: Sheet, words: { notFromZero: string }) => string;

const known = (sheet: Sheet): number[] => sheet.series.flatMap(({ points }) => points.flatMap(({ y }) => (y === null ? [] : [y])));
const ink = ({ inks }: Sheet, index: number): string => inks.series[index % inks.series.length] ?? inks.text;

/** At most this many points a line: beyond, each slice keeps its lowest and its highest, so that no peak is lost and nothing is smoothed. */
const mostPoints = 160;

function thinned(points: [x: number, y: number | null][]): [x: number, y: number | null][] {
  if (points.length <= mostPoints) return points;
  const slice = Math.ceil(points.length / (mostPoints / 2));
  return Array.from({ length: Math.ceil(points.length / slice) }, (_, at) => points.slice(at * slice, (at + 1) * slice)).flatMap((part) => {
    const values = part.filter((point): point is [number, number] => point[1] !== null);
    if (values.length === 0) return part.slice(0, 1);
    const lowest = values.reduce((a, b) => (b[1] < a[1] ? b : a));
    const highest = values.reduce((a, b) => (b[1] > a[1] ? b : a));
    return lowest === highest ? [lowest] : [lowest, highest].toSorted((a, b) => part.indexOf(a) - part.indexOf(b));
  });
}

/** Gaps stay gaps; a point alone between two gaps is a dot. */
function linePath(points: [x: number, y: number | null][], scale: Scale): string {
  let path = '';
  points.forEach(([x, value], index) => {
    if (value === null) return;
    const isFirst = (points[index - 1]?.[1] ?? null) === null;
    const isAlone = isFirst && (points[index + 1]?.[1] ?? null) === null;
    path += `${isFirst ? 'M' : 'L'}${Math.round(x)} ${Math.round(scale.y(value))}${isAlone ? 'h.1' : ''}`;
  });
  return path;
}

const line: Drawing = (sheet, { notFromZero }) => {
  const scale = scaleOf(sheet, known(sheet), false);
  const stroke = (index: number) =>
    `stroke="${ink(sheet, index)}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" fill="none"${dashes[index] ? ` stroke-dasharray="${dashes[index]}"` : ''}`;
  const lines = sheet.series.map((series, index) => {
    const points = sheet.xs.map((x, column): [number, number | null] => [columnAt(sheet, column, sheet.xs.length), sheet.at(series, x)]);
    return `<path d="${linePath(thinned(points), scale)}" ${stroke(index)}/>`;
  });
  const note =
    scale.from > 0
      ? text(sheet, notFromZero, sheet.rtl ? sheet.plot.right : sheet.plot.left, sheet.plot.top - 12, {
          anchor: sheet.rtl ? 'end' : 'start',
        })
      : '';
  return (
    frame(sheet, scale) + lines.join('') + legend(sheet, (index, x, y) => `<path d="M${Math.round(x)} ${y}h36" ${stroke(index)}/>`) + note
  );
};

/** Hatching of each series; the first is plain. */
function patterns(sheet: Sheet): string {
  const marks = ['', 'M0 8L8 0', 'M0 4H8', 'M4 0V8', 'M0 0L8 8M0 8L8 0', 'M0 2H8M0 6H8'];
  const each = sheet.series.map(
    (_, index) =>
      `<pattern id="p${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ink(sheet, index)}"/><path d="${marks[index] ?? ''}" stroke="${sheet.inks.ground}" stroke-width="2"/></pattern>`,
  );
  return `<defs>${each.join('')}</defs>`;
}

function rectangle(x: number, width: number, y1: number, y2: number, index: number): string {
  const top = Math.min(y1, y2);
  return `<rect x="${Math.round(x)}" y="${Math.round(top)}" width="${Math.max(1, Math.round(width))}" height="${Math.max(1, Math.round(Math.abs(y2 - y1)))}" fill="url(#p${index})"/>`;
}
const swatch = (index: number, x: number, y: number) =>
  `<rect x="${Math.round(x)}" y="${y - 8}" width="36" height="16" fill="url(#p${index})"/>`;

const bar: Drawing = (sheet) => {
  const scale = scaleOf(sheet, known(sheet), true);
  const group = ((sheet.plot.right - sheet.plot.left) / sheet.xs.length) * 0.8;
  const width = group / sheet.series.length;
  const bars = sheet.xs.flatMap((x, column) =>
    sheet.series.map((series, index) => {
      const value = sheet.at(series, x);
      if (value === null) return '';
      const place = sheet.rtl ? sheet.series.length - 1 - index : index;
      const left = columnAt(sheet, column, sheet.xs.length) - group / 2 + place * width;
      const figure = text(sheet, short(sheet.axis(value), width + 20), left + width / 2, Math.min(scale.y(value), scale.y(0)) - 6);
      return rectangle(left, width - 2, scale.y(0), scale.y(value), index) + (width >= 34 ? figure : '');
    }),
  );
  return patterns(sheet) + frame(sheet, scale) + bars.join('') + legend(sheet, swatch);
};

const stackedBar: Drawing = (sheet) => {
  const valuesAt = (x: string) => sheet.series.map((series) => sheet.at(series, x) ?? 0);
  const sumOf = (x: string, sign: number) => valuesAt(x).reduce((sum, value) => sum + (Math.sign(value) === sign ? value : 0), 0);
  const scale = scaleOf(
    sheet,
    sheet.xs.flatMap((x) => [sumOf(x, 1), sumOf(x, -1)]),
    true,
  );
  const width = ((sheet.plot.right - sheet.plot.left) / sheet.xs.length) * 0.7;
  const bars = sheet.xs.flatMap((x, column) => {
    const reached = { up: 0, down: 0 };
    return valuesAt(x).map((value, index) => {
      if (value === 0) return '';
      const side = value > 0 ? 'up' : 'down';
      const from = reached[side];
      reached[side] += value;
      return rectangle(columnAt(sheet, column, sheet.xs.length) - width / 2, width, scale.y(from), scale.y(reached[side]), index);
    });
  });
  return patterns(sheet) + frame(sheet, scale) + bars.join('') + legend(sheet, swatch);
};

/** Rows are series, columns x. The dot's area is the figure: seen without colour too. */
const heatMap: Drawing = (sheet) => {
  const { plot, xs, series, rtl } = sheet;
  const top = 24;
  const row = (plot.bottom - top) / series.length;
  const column = (plot.right - plot.left) / xs.length;
  const most = max(known(sheet), (value) => Math.abs(value)) || 1;
  const radius = Math.min(row, column) / 2 - 1;
  const rows = series.map((each, index) => {
    const y = top + row * (index + 0.5);
    const name = rtl
      ? text(sheet, short(each.label, 104), plot.right + 10, y + 5, { anchor: 'start' })
      : text(sheet, short(each.label, 104), plot.left - 10, y + 5, { anchor: 'end' });
    const dots = xs.map((x, at) => {
      const value = sheet.at(each, x);
      if (value === null || value === 0) return '';
      return `<circle cx="${Math.round(columnAt(sheet, at, xs.length))}" cy="${Math.round(y)}" r="${(radius * Math.sqrt(Math.abs(value) / most)).toFixed(1)}"/>`;
    });
    return `${name}<g fill="${ink(sheet, 0)}">${dots.join('')}</g>`;
  });
  return rows.join('') + xLabels(sheet, sheet.language, xs);
};

/** The last figure of the first series, as large as a thumb. */
const number: Drawing = (sheet) => {
  const [series] = sheet.series;
  const last = series && sheet.xs.map((x) => sheet.at(series, x)).findLast((value) => value !== null);
  const figure = last === undefined || last === null ? '–' : sheet.figure(last);
  return (
    text(sheet, short(series?.label ?? '', size.width - 80), size.width / 2, 110, { weight: 600 }) +
    text(sheet, figure, size.width / 2, 240, { size: Math.min(120, Math.round(900 / Math.max(4, figure.length))), weight: 700 })
  );
};

export const drawings: Record<Sheet['kind'], Drawing> = { line, bar, stacked_bar: stackedBar, heat_map: heatMap, number };
