// Texts as shop owners write them, to be brought to another place: facts stay, the way of speaking changes, what is unsure is asked. Judged by evaluate.test.ts.
import type { BrandDna, Language } from '../../../supabase/payloads.ts';
import { languageFaultsOf } from '../scorer/find-language-faults.ts';
import { fold } from '../scorer/fold.ts';
import type { SkillCase } from '../scorer/judge-answer.ts';
import { brands } from './brands.ts';

type Source = { headline: string; body: string; hashtags: string[]; call_to_action: string };
type Adapted = {
  say: string;
  headline: string;
  body: string;
  call_to_action: string;
  kept: string[];
  adapted: { source: string; target: string; because: string }[];
  doubtful: { quote: string; question: string }[];
};

const shops: Record<Language, BrandDna> = { fr: brands.lala, mg: brands.epicerie, en: brands.fix, ar: brands.sami };
const sources: Record<Language, Source> = {
  fr: {
    headline: 'Samosas du vendredi',
    body: 'Bonjour à tous ! Vendredi 27 novembre, les samosas sont à 800 Ar au lieu de 1 000 Ar chez Samosas de Lala. Nous sommes ouverts de 8h à 18h. Appelez-nous au 034 55 010 20.',
    hashtags: ['#SamosasDeLala', '#Promo'],
    call_to_action: 'Venez nous voir !',
  },
  mg: {
    headline: 'Vary ny alakamisy',
    body: "Miarahaba anareo tompoko. Ny alakamisy dia 2 800 Ar ny kilao ny vary ato amin'ny Épicerie Rakoto. Misokatra izahay amin'ny 7 ora maraina. Antsoy izahay: 034 90 100 45.",
    hashtags: ['#EpicerieRakoto'],
    call_to_action: 'Antsoy izahay',
  },
  en: {
    headline: 'Screen repair from €40',
    body: 'Hello everyone! On Saturday, screen repair is from €40 at Corner Fix. We are open from 9am to 6pm. Come and see us!',
    hashtags: ['#CornerFix'],
    call_to_action: 'Book now',
  },
  ar: {
    headline: 'خصم الجمعة',
    body: 'مرحبًا بكم! يوم الجمعة خصم 20٪ على السمبوسة في سمبوسة أم سامي. نفتح من 8 صباحًا إلى 6 مساءً. اتصلوا بنا على 22 123 456.',
    hashtags: ['#سمبوسة'],
    call_to_action: 'اتصلوا بنا',
  },
};

/** The facts of each source as the target writes them. */
const facts: Record<Language, Record<Language, string[][]>> = {
  fr: {
    mg: [['zoma'], ['27 novambra'], ['800 Ar'], ['1 000 Ar'], ['8 ora maraina'], ['6 ora hariva'], ['034 55 010 20'], ['samosa']],
    fr: [['Vendredi'], ['27 novembre'], ['800 Ar'], ['1 000 Ar'], ['8 h'], ['18 h'], ['034 55 010 20']],
    en: [],
    ar: [['الجمعة'], ['27 نوفمبر'], ['800 أرياري'], ['1 000 أرياري'], ['8 صباحا'], ['6 مساء'], ['034 55 010 20'], ['السمبوسة']],
  },
  mg: {
    mg: [['alakamisy'], ['2 800 Ar'], ['kilao'], ['7 ora'], ['034 90 100 45'], ['vary']],
    fr: [['jeudi'], ['2 800 Ar'], ['le kilo'], ['7 h'], ['034 90 100 45'], ['riz']],
    en: [],
    ar: [['الخميس'], ['2 800 أرياري'], ['للكيلو'], ['7 صباحا'], ['034 90 100 45'], ['أرز']],
  },
  en: {
    mg: [['sabotsy'], ['40 €'], ['9 ora maraina'], ['6 ora hariva'], ['fanamboarana efijery']],
    fr: [['samedi'], ['40 €'], ['9 h'], ['18 h'], ['réparation d’écran']],
    en: [],
    ar: [['السبت'], ['40 يورو'], ['9 صباحا'], ['6 مساء'], ['إصلاح الشاشات']],
  },
  ar: {
    mg: [['zoma'], ['20 %'], ['8 ora maraina'], ['6 ora hariva'], ['22 123 456'], ['samosa']],
    fr: [['vendredi'], ['20 %'], ['8 h'], ['18 h'], ['22 123 456'], ['samosas']],
    en: [],
    ar: [['الجمعة'], ['20٪'], ['8 صباحا'], ['6 مساء'], ['22 123 456'], ['السمبوسة']],
  },
};

const dialects: Record<string, { marks: RegExp; never: RegExp }> = {
  'darija-adapter': { marks: /نهار|كنحلو|محلول|بيكم|عيطو|جيو/u, never: /دلوقتي|مستنيين|الحين|بنفتح|كلمونا/u },
  'egyptian-adapter': { marks: /بنفتح|فاتحين|بيكم|كلمونا|كلمنا|تعالوا/u, never: /نهار|كنحلو|بزاف|الحين|عيطو/u },
  'gulf-adapter': { marks: /حياكم|تفضلوا|يا هلا/u, never: /دلوقتي|بزاف|كنحلو|بنفتح|كلمونا|عيطو/u },
};

function adaptation(skill: string, language: Language, swaps: SkillCase['swaps'] = []): SkillCase {
  const source = sources[language];
  const spoken: Language = skill === 'malagasy-adapter' ? 'mg' : skill === 'french-adapter' ? 'fr' : 'ar';
  const written = Object.values(source).flat();
  const dialect = dialects[skill];
  const fixed = [shops[language].name, ...source.hashtags];
  return {
    skill,
    language,
    facts: { brand: shops[language], input: { source } },
    carries: [[shops[language].name], ...facts[language][spoken]],
    // a morning hour may be written in the other clock, and the count of passages is told
    derived: [8, 18, 9, 7, 1, 2, 3, 4, 5, 6, 27],
    own: written,
    spoken: null,
    check: ({ say, headline, body, call_to_action, kept, adapted, doubtful }: Adapted) => {
      const notes = [say, ...adapted.map(({ because }) => because), ...doubtful.map(({ question }) => question)].join('\n');
      const shown = [headline, body, call_to_action].join('\n');
      const own = [...fixed, ...doubtful.map(({ quote }) => quote)];
      return [
        ...languageFaultsOf(shown, spoken, own).map((fault) => `text ${fault}`),
        ...languageFaultsOf(notes, dialect ? language : spoken, own).map((fault) => `notes ${fault}`),
        ...(kept.length >= 4 && kept.every((one) => fold(shown).includes(fold(one))) ? [] : ['kept is not what was kept']),
        ...adapted
          .filter(({ target }) => !fold(shown).includes(fold(target).slice(0, 40)))
          .map(({ target }) => `adapted, and not there: ${target}`),
        ...(dialect && !dialect.marks.test(shown) ? ['no word of the place'] : []),
        ...(dialect && dialect.never.test(shown) ? ['a word of another place'] : []),
        ...(skill === 'french-adapter' && /[^\u00a0\s][!?]/u.test(body.replace(/[«»]/g, '')) ? ['French marks without their space'] : []),
      ];
    },
    swaps,
  };
}

const skills = ['malagasy-adapter', 'french-adapter', 'darija-adapter', 'egyptian-adapter', 'gulf-adapter'];
const swaps: Record<Language, SkillCase['swaps']> = {
  fr: [['034 55 010 20', '033 44 555 66']],
  mg: [['2 800', '3 400']],
  en: [['Corner Fix', 'Bob Repairs']],
  ar: [['22 123 456', '98 765 432']],
};

export const cases: SkillCase[] = skills.flatMap((skill) =>
  (['mg', 'fr', 'en', 'ar'] as const).map((language) => adaptation(skill, language, swaps[language])),
);
