// A chart read out in words: highest, lowest, first and last. Used by chart-builder.ts.
import { type Phrases, sayFrom } from '../say.ts';
import { sayX, type Sheet } from './chart-sheet.ts';

export const chartPhrases = {
  reading: {
    mg: '{label}: avo indrindra {highest} ({highest_at}), ambany indrindra {lowest} ({lowest_at}); nanomboka tamin’ny {first}, nifarana tamin’ny {last}.',
    fr: '{label} : au plus haut {highest} ({highest_at}), au plus bas {lowest} ({lowest_at}) ; de {first} au début à {last} à la fin.',
    en: '{label}: highest {highest} ({highest_at}), lowest {lowest} ({lowest_at}); from {first} at the start to {last} at the end.',
    ar: '{label}: الأعلى {highest} ({highest_at})، الأدنى {lowest} ({lowest_at})؛ من {first} في البداية إلى {last} في النهاية.',
  },
  one: {
    mg: '{label}: {last} ({highest_at}).',
    fr: '{label} : {last} ({highest_at}).',
    en: '{label}: {last} ({highest_at}).',
    ar: '{label}: {last} ({highest_at}).',
  },
  empty: {
    mg: 'Mbola tsy misy tarehimarika azo asehon’ity sary ity.',
    fr: 'Il n’y a pas encore de chiffres à montrer sur ce graphique.',
    en: 'There are no figures to show in this chart yet.',
    ar: 'لا توجد أرقام لعرضها في هذا الرسم بعد.',
  },
  not_from_zero: {
    mg: 'Tsy manomboka amin’ny aotra ny refy',
    fr: 'L’échelle ne commence pas à zéro',
    en: 'The scale does not begin at zero',
    ar: 'المقياس لا يبدأ من الصفر',
  },
  became_line: {
    mg: 'Be loatra ny bara, ka tsipika no nataoko.',
    fr: 'Il y avait trop de barres : j’en ai fait une ligne.',
    en: 'There were too many bars, so I drew a line.',
    ar: 'كانت الأعمدة كثيرة، فرسمتها خطًا.',
  },
} satisfies Phrases;

/** The series with the highest figure, in one sentence of at most 240 characters. */
export function readChart(sheet: Sheet): string {
  const { language } = sheet;
  const read = sheet.series.flatMap((series) => {
    const points = sheet.xs.flatMap((x) => {
      const y = sheet.at(series, x);
      return y === null ? [] : [{ x, y }];
    });
    const [first] = points;
    const last = points.at(-1);
    if (!first || !last) return [];
    const highest = points.reduce((a, b) => (b.y > a.y ? b : a));
    const lowest = points.reduce((a, b) => (b.y < a.y ? b : a));
    return [{ label: series.label.slice(0, 60), points: points.length, first, last, highest, lowest }];
  });
  const [most] = read.toSorted((a, b) => b.highest.y - a.highest.y);
  if (!most) return sayFrom(chartPhrases, language, 'empty');
  const values = {
    label: most.label,
    highest: sheet.figure(most.highest.y),
    highest_at: sayX(most.highest.x, language),
    lowest: sheet.figure(most.lowest.y),
    lowest_at: sayX(most.lowest.x, language),
    first: sheet.figure(most.first.y),
    last: sheet.figure(most.last.y),
  };
  return sayFrom(chartPhrases, language, most.points === 1 ? 'one' : 'reading', values).slice(0, 240);
}
