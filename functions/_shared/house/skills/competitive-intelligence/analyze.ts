// Skills content-analyzer and strategy-extractor of the house model: counts, quotes, and inferences that say "probably". Called by competitive-intelligence.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { sayHours, sayPrice } from '../../brand-facts.ts';
import { audienceCues, list } from '../../brand-words.ts';
import { fold, tidy } from '../../fold.ts';
import { shortPlace } from '../../place.ts';
import { readTokens } from '../../read-tokens.ts';
import { rowsInside, sentencesOf, textAt } from '../material.ts';
import { brandOf, cut } from '../read-input.ts';
import { amountOf, emptyRival, isLike, readRivals, type Change, type Rival } from './read-rivals.ts';
import { readPromises, readThemes, statesHours, statesPhone, themeNames } from './themes.ts';
import { put, rivalWords } from './words.ts';

const one = (number: number) => String(Number(number.toFixed(1)));
const formats = ['text', 'picture', 'carousel', 'reel', 'video', 'story', 'thread', 'article', 'email'];

/** What none of them says and our Brand DNA does, and what people ask under their pieces. */
export function readGaps(rivals: Rival[], material: unknown, brand: BrandDna, language: Language): { gap: string; because: string }[] {
  const said = rivalWords[language];
  const texts = rivals.map(({ text, offers }) => `${text} ${offers.map(({ price }) => price).join(' ')}`);
  const holds = (type: string) => texts.some((text) => readTokens(text).tokens.some(({ fact }) => fact.type === type));
  const priced = brand.services.find(({ price }) => price);
  const own: [keyof typeof said.gaps, boolean, string][] = [
    ['price', holds('price'), priced ? `${priced.name} ${sayPrice(priced, language)}` : ''],
    ['hours', rivals.some(({ text }) => statesHours(text)), sayHours(brand, language)],
    ['phone', holds('phone'), brand.phone],
    ['place', holds('place'), shortPlace(brand.place)],
  ];
  const silent =
    rivals.length === 0
      ? []
      : own
          .filter(([, isSaid, ours]) => !isSaid && ours)
          .map(([key, , ours]) => ({ gap: said.gaps[key][0], because: put(said.gaps[key][1], { own: ours }) }));
  const questions = rowsInside(material)
    .filter((row) => row.answered !== true && /comment|question/.test(textAt(row, 'kind', 'type')))
    .map((row) => textAt(row, 'text', 'body'))
    .filter((text) => /[?؟]\s*$/u.test(text));
  const asked = questions.slice(0, 1).map((question) => ({
    gap: put(said.asks, { question: cut(question, 80) }),
    because: silent[0]?.because ?? put(said.asks, { question: cut(question, 120) }),
  }));
  return [...asked, ...silent].slice(0, 4);
}

export function analyzeContent(call: ModelCall) {
  const { language, facts } = call;
  const brand = brandOf(call);
  const said = rivalWords[language];
  const rivals = readRivals(facts.input.material);
  const pieces = rivals.flatMap((rival) => rival.pieces);
  const themes = readThemes(rivals);
  const sentences = pieces.flatMap(({ text }) => sentencesOf(text));
  const words = sentences.reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0);
  const count = (mark: RegExp) => pieces.reduce((sum, { text }) => sum + (text.match(mark)?.length ?? 0), 0);
  return {
    say: put(said.say.analysis, { count: pieces.length, theme: themes[0] ? themeNames[language][themes[0].key] : said.unknown }),
    themes: themes.map(({ key, pieces: own, works }) => ({
      theme: themeNames[language][key],
      count: own.length,
      works,
      examples: own.slice(0, 3).map(({ source, text }) => ({ source: cut(source, 200), quote: cut(text, 300) })),
    })),
    formats: formats.flatMap((format) => {
      const own = pieces.filter((piece) => piece.format === format);
      const known = own.flatMap(({ interactions }) => (interactions === null ? [] : [interactions]));
      return own.length > 0
        ? [
            {
              format,
              count: own.length,
              interactions_per_post:
                known.length > 0 ? Number((known.reduce((sum, each) => sum + each, 0) / known.length).toFixed(1)) : null,
            },
          ]
        : [];
    }),
    voice: cut(
      put(said.voice, {
        words: sentences.length > 0 ? one(words / sentences.length) : 0,
        cries: count(/!/g),
        questions: count(/[?؟]/g),
        count: pieces.length,
      }),
      240,
    ),
    promises: readPromises(rivals)
      .slice(0, 6)
      .map((text) => cut(text, 160)),
    gaps: readGaps(rivals, facts.input.material, brand, language).map(({ gap, because }) => ({
      gap: cut(gap, 160),
      because: cut(because, 240),
    })),
  };
}

/** Our price beside theirs for like things: mean of the ratios. */
function priceOf(rival: Rival, { services }: BrandDna): 'cheaper' | 'similar' | 'dearer' | 'unknown' {
  const ratios = rival.offers.flatMap((offer) => {
    const ours = services.find((service) => isLike(service.name, offer.name));
    const [a, b] = [amountOf(offer.price), ours && amountOf(ours.price)];
    return a && b && a.currency === b.currency && b.amount > 0 ? [a.amount / b.amount] : [];
  });
  if (ratios.length === 0) return 'unknown';
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  return mean < 0.95 ? 'cheaper' : mean > 1.05 ? 'dearer' : 'similar';
}

function aimOf(rival: Rival, language: Language): string {
  const { aims } = rivalWords[language];
  const amounts = rival.changes
    .filter(({ kind }) => kind === 'price')
    .flatMap(({ before, after }) => {
      const [was, is] = [amountOf(before), amountOf(after)];
      return was && is ? [is.amount - was.amount] : [];
    });
  const added = rival.changes.filter(({ kind }) => kind === 'offer_added').length;
  const removed = rival.changes.filter(({ kind }) => kind === 'offer_removed').length;
  if (amounts.length > 0) return amounts.reduce((sum, each) => sum + each, 0) < 0 ? aims.price_down : aims.price_up;
  if (added > removed) return aims.wider;
  if (removed > added) return aims.narrower;
  const [theme] = readThemes([rival]);
  return theme && theme.pieces.length >= 3 ? put(aims.theme, { theme: themeNames[language][theme.key] }) : aims.none;
}

const evidenceOf = ({ before, after, source }: Change) =>
  [before, after].filter(Boolean).map((quote) => ({ source: cut(source, 200), quote: cut(quote, 300) }));

export function extractStrategy(call: ModelCall) {
  const { language, facts } = call;
  const brand = brandOf(call);
  const said = rivalWords[language];
  const rivals = readRivals([facts.input.material, facts.outputs]);
  const moving = rivals.toSorted((a, b) => b.changes.length - a.changes.length)[0];
  return {
    say: cut(put(said.say.strategy, { name: moving?.name ?? said.unknown, aim: moving ? aimOf(moving, language) : '' }), 500),
    competitors: (rivals.length > 0 ? rivals : [emptyRival(said.unknown)]).map((rival) => {
      const who = audienceCues
        .filter(([cue]) => cue.test(fold(tidy(rival.text))))
        .slice(0, 2)
        .map(([, names]) => names[language]);
      const prices = rival.offers.filter(({ price }) => price).length;
      const hasHours = statesHours(rival.text);
      const hasPhone = statesPhone(rival.text);
      return {
        name: cut(rival.name, 120),
        aim: cut(aimOf(rival, language), 240),
        customers: cut(
          who.length > 0
            ? put(said.customers, { who: list(who, { fr: ' et ', mg: ' sy ', en: ' and ', ar: ' و' }[language]) })
            : said.unknown,
          200,
        ),
        price_position: priceOf(rival, brand),
        moves: rival.changes.slice(0, 5).flatMap((change) => {
          const words = said.moves[change.kind as keyof typeof said.moves];
          const evidence = evidenceOf(change);
          return words && evidence.length > 0
            ? [{ move: cut(put(words, { before: change.before, after: change.after }), 200), since: change.at || null, evidence }]
            : [];
        }),
        strength: cut(
          rival.followers !== null
            ? put(said.strength.followers, { count: rival.followers })
            : prices > 0
              ? put(said.strength.prices, { count: prices })
              : put(said.strength.offers, { count: rival.offers.length }),
          200,
        ),
        weakness: !hasHours
          ? said.weakness.hours
          : prices === 0
            ? said.weakness.price
            : !hasPhone
              ? said.weakness.phone
              : said.weakness.none,
        // one page is little; changes over weeks are more
        confidence: rival.changes.length >= 3 ? 0.6 : rival.changes.length > 0 ? 0.45 : 0.3,
      };
    }),
    not_known: said.notKnown,
  };
}
