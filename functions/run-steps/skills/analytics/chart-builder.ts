// Skill chart-builder: figures as one small SVG, as a table and as a sentence. Listed in analytics-skills.ts.
import { escapeXml, fontStack } from '../../../_shared/visual/text.ts';
import { type SkillFunction, SkillError } from '../skill.ts';
import { sayFrom } from '../say.ts';
import { storeDrawing } from '../store-drawing.ts';
import { drawings } from './chart-drawings.ts';
import { chartPhrases, readChart } from './chart-words.ts';
import { type ChartInput, type ChartKind, makeSheet, sayX, type Sheet, size, text } from './chart-sheet.ts';

const mostBars = 12;
/** beyond, the dots of a heat map are too small to compare */
const mostCells = 186;
const mostRows = 400;

/** Too many bars or dots become a line. */
function chosenKind({ chart, series }: ChartInput): ChartKind {
  const columns = new Set(series.flatMap(({ points }) => points.map(({ x }) => x))).size;
  const bars = chart === 'bar' ? columns * series.length : columns;
  if ((chart === 'bar' || chart === 'stacked_bar') && bars > mostBars) return 'line';
  return chart === 'heat_map' && columns * series.length > mostCells ? 'line' : chart;
}

function tableOf(sheet: Sheet): string[][] {
  const rows = sheet.xs.map((x) => [
    sayX(x, sheet.language),
    ...sheet.series.map((series) => {
      const value = sheet.at(series, x);
      return value === null ? '–' : sheet.figure(value);
    }),
  ]);
  return [['', ...sheet.series.map(({ label }) => label)], ...rows];
}

function svgOf(sheet: Sheet, alt: string, font: string): string {
  const isEmpty = sheet.series.every(({ points }) => points.every(({ y }) => y === null));
  const notFromZero = sayFrom(chartPhrases, sheet.language, 'not_from_zero');
  const drawn = isEmpty
    ? text(sheet, sayFrom(chartPhrases, sheet.language, 'empty'), size.width / 2, size.height / 2)
    : drawings[sheet.kind](sheet, { notFromZero });
  const { width, height } = size;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${sheet.language}"${sheet.rtl ? ' direction="rtl"' : ''} font-family="${escapeXml(fontStack(font))}" font-size="14" fill="${sheet.inks.text}">` +
    `<title>${escapeXml(alt)}</title><rect width="${width}" height="${height}" fill="${sheet.inks.ground}"/>${drawn}</svg>`
  );
}

export const chartBuilder: SkillFunction = async (work, client) => {
  const input = work.context.input as ChartInput;
  const { brand } = work.context;
  const kind = chosenKind(input);
  const sheet = makeSheet(kind, input, brand);
  if (sheet.xs.length > mostRows)
    throw new SkillError('input_missing', { field: 'series', problem: `more than ${mostRows} different x in one chart` }, false);
  const sentence = readChart(sheet);
  const svg = svgOf(sheet, sentence, brand?.fonts.body ?? '');
  const path = await storeDrawing(work, client, svg);
  const changed = kind === input.chart ? '' : ` ${sayFrom(chartPhrases, input.language, 'became_line')}`;
  return {
    say: (sentence + changed).slice(0, 500),
    path,
    mime: 'image/svg+xml',
    ...size,
    alt: sentence,
    chart: kind,
    table: tableOf(sheet),
    sentence,
  };
};
