// Skill tone-matcher of the house model: the fewest words changed so that a text addresses and sounds as the brand does; figures and names stay. Called by community.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { ModelError } from '../../../models/model-error.ts';
import { fold, tidy } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { capitalise } from '../../grammar/fill.ts';
import { lexicons, phrase } from '../../lexicon/all.ts';
import { readTokens } from '../../read-tokens.ts';
import { findText } from '../material.ts';
import { brandOf, cut } from '../read-input.ts';
import { answerWords } from './words.ts';

type Reason = 'address' | 'stiff' | 'avoided' | 'loud' | 'slang';
type Turn = { pattern: RegExp; to: string; because: Reason };

const reasons: Record<Language, Record<Reason, string>> = {
  fr: {
    address: 'la marque s’adresse autrement à ses clients',
    stiff: 'la marque parle plus simplement',
    avoided: 'la marque évite ce mot',
    loud: 'la marque ne crie pas',
    slang: 'la marque ne parle pas si familièrement',
  },
  mg: {
    address: 'tsy izany no fiantsoan’ny marika ny mpanjifany',
    stiff: 'tsotra kokoa ny fitenin’ny marika',
    avoided: 'tsy tian’ny marika io teny io',
    loud: 'tsy miantso mafy ny marika',
    slang: 'tsy mampiasa teny tsotra loatra ny marika',
  },
  en: {
    address: 'the brand addresses its customers in another way',
    stiff: 'the brand speaks in plainer words',
    avoided: 'the brand avoids this word',
    loud: 'the brand does not shout',
    slang: 'the brand does not speak so casually',
  },
  ar: {
    address: 'العلامة تخاطب زبائنها بصيغة أخرى',
    stiff: 'العلامة تتكلم بكلام أبسط',
    avoided: 'العلامة تتجنب هذه الكلمة',
    loud: 'العلامة لا ترفع صوتها',
    slang: 'العلامة لا تستعمل هذه العامية',
  },
};

const says: Record<Language, (count: number) => string> = {
  fr: (count) =>
    count > 0
      ? `J’ai changé ${count} phrase(s) pour la voix de la marque ; les faits sont les mêmes.`
      : 'Le texte a déjà la voix de la marque : je n’ai rien changé.',
  mg: (count) =>
    count > 0
      ? `Fehezanteny ${count} no novaiko ho amin’ny fitenin’ny marika; tsy niova ny zava-misy.`
      : 'Efa mifanaraka amin’ny fitenin’ny marika ny soratra: tsy nisy novaiko.',
  en: (count) =>
    count > 0
      ? `I changed ${count} sentence(s) to the voice of the brand; the facts are the same.`
      : 'The text already has the voice of the brand: I changed nothing.',
  ar: (count) => (count > 0 ? `غيّرت ${count} من الجمل لتناسب صوت العلامة، والحقائق كما هي.` : 'النص بصوت العلامة أصلًا: لم أغيّر شيئًا.'),
};

/** Office words and what an owner says instead. */
const plainer: Record<Language, [from: string, to: string][]> = {
  fr: [
    ["nous avons l'honneur de vous informer que |nous vous informons que |nous tenons a vous informer que ", ''],
    ['suite a', 'après'],
    ['dans le but de', 'pour'],
    ['au sein de', 'dans'],
    ['effectuer', 'faire'],
    ['debuter', 'commencer'],
    ["n'hesitez pas a nous contacter", 'écrivez-nous'],
    ['la gene occasionnee', 'cela'],
    ['aimable clientele', 'clients'],
  ],
  mg: [
    ['manana voninahitra mampahafantatra anareo izahay fa |ampahafantarina fa ', ''],
    ['arahin-toky', 'miaraka amin’ny fitokisana'],
  ],
  en: [
    ['please be advised that |kindly be informed that |we hereby inform you that ', ''],
    ['in order to', 'to'],
    ['prior to', 'before'],
    ['utilize', 'use'],
    ['purchase', 'buy'],
    ['esteemed customers|valued patrons', 'customers'],
    ['kindly', 'please'],
    ['commence', 'start'],
  ],
  ar: [
    ['نتشرف باحاطتكم (?:علما )?(?:بان|ان) |يشرفنا اعلامكم (?:بان|ان) |نود اعلامكم (?:بان|ان) ', ''],
    ['حضرات السادة', 'زبائننا'],
    ['من اجل القيام ب', 'ل'],
  ],
};

const escape = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Both ways of addressing, out of the sentences this house writes itself: `venez` becomes `viens` where there is one way only. */
function addressTurns(language: Language, familiar: boolean): Turn[] {
  const pairs = new Map<string, Map<string, string>>();
  const tables = JSON.stringify([grammars[language].phrases, answerWords[language]]);
  for (const [, thou = '', you = ''] of tables.matchAll(/<([^|<>]*)\|([^<>]*)>/g)) {
    const [from, to] = (familiar ? [you, thou] : [thou, you]).map((words) => words.trim());
    if (!from || !to || from === to || /[[\]{}]/.test(from + to)) continue;
    const key = fold(tidy(from));
    pairs.set(key, (pairs.get(key) ?? new Map<string, string>()).set(fold(tidy(to)), to.toLocaleLowerCase()));
  }
  return (
    [...pairs]
      .map(([from, to]) => ({ from, all: [...to.values()].toSorted((a, b) => a.length - b.length) }))
      // `votre` is `ton` or `ta`: with two answers the word stays
      .filter(({ from, all }) => from.length >= 3 && all.every((one) => one.startsWith(all[0] ?? '')))
      .toSorted((a, b) => b.from.length - a.from.length)
      .map(({ from, all: [to = ''] }) => ({ pattern: phrase(escape(from)), to, because: 'address' as const }))
  );
}

function turnsOf({ voice }: BrandDna, language: Language): Turn[] {
  const lively = voice.tones.includes('playful') || voice.tones.includes('bold') || voice.address === 'familiar';
  const isSpokenToOne = language === 'fr' || language === 'ar' || language === 'mg';
  return [
    ...(lively || !voice.tones.includes('formal')
      ? plainer[language].map(([from, to]): Turn => ({
          pattern: from.endsWith(' ') ? new RegExp(`(?<!\\p{L})(?:${from})`, 'gu') : phrase(from),
          to,
          because: 'stiff',
        }))
      : []),
    ...(voice.tones.includes('playful') ? [] : [{ pattern: phrase(lexicons[language].slang), to: '', because: 'slang' as const }]),
    ...(isSpokenToOne ? addressTurns(language, voice.address === 'familiar') : []),
    ...voice.words_to_avoid.map((word): Turn => ({
      pattern: new RegExp(`(?<!\\p{L}) ?${escape(fold(tidy(word)))}(?!\\p{L})`, 'gu'),
      to: '',
      because: 'avoided',
    })),
  ];
}

function reword(sentence: string, turns: Turn[], loud: boolean): { text: string; because: Reason | null } {
  let text = tidy(sentence);
  let because: Reason | null = null;
  for (const { pattern, to, because: reason } of turns) {
    const folded = fold(text);
    for (const match of [...folded.matchAll(pattern)].toReversed()) {
      const was = text.slice(match.index, match.index + match[0].length);
      // between quotation marks stand somebody's own words
      if (/[«“][^»”]*$/u.test(text.slice(0, match.index))) continue;
      text = text.slice(0, match.index) + (/^\p{Lu}/u.test(was) ? capitalise(to) : to) + text.slice(match.index + match[0].length);
      because ??= reason;
    }
  }
  if (!loud && /!{2,}/.test(text)) [text, because] = [text.replace(/!{2,}/g, '!'), because ?? 'loud'];
  const tidied = text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
  return { text: because && /^\p{Lu}/u.test(sentence) ? capitalise(tidied) : tidied, because };
}

const factsOf = (text: string) =>
  [
    ...readTokens(text)
      .tokens.filter(({ fact }) => fact.type !== 'cue')
      .map(({ fact }) => JSON.stringify(fact).replace(/,?"bound":"\w+"/g, '')),
    ...(fold(text).match(/\d+/g) ?? []),
  ]
    .toSorted()
    .join('|');

/** The turns a text may need: one that speaks to the customer as the brand does keeps its address. */
function turnsFor(text: string, brand: BrandDna, language: Language): Turn[] {
  const { familiar, polite } = lexicons[language];
  const folded = fold(tidy(text));
  const isRight = brand.voice.address === 'familiar' && phrase(familiar, 'u').test(folded) && !phrase(polite, 'u').test(folded);
  return turnsOf(brand, language).filter(({ because }) => because !== 'address' || !isRight);
}

function rewordWith(sentence: string, turns: Turn[], { voice }: BrandDna): { text: string; because: Reason } | null {
  const { text, because } = reword(sentence, turns, voice.tones.includes('bold') || voice.tones.includes('playful'));
  // a turn that would touch a fact is not taken
  return because && text !== sentence && factsOf(text) === factsOf(sentence) ? { text, because } : null;
}

/** The sentence as the brand would say it, and why; null when it already does. */
export const rewordSentence = (sentence: string, brand: BrandDna, language: Language): { text: string; because: Reason } | null =>
  rewordWith(sentence, turnsFor(sentence, brand, language), brand);

export function matchTone(call: ModelCall) {
  const { facts, language, skill } = call;
  const brand = brandOf(call);
  const source = findText(facts.input.text, 'body', 'text') || findText(facts.input.text, 'headline', 'subject');
  if (!source) throw new ModelError('bad_request', `${skill} has no text to reword`);
  const turns = turnsFor(source, brand, language);
  const changed: { before: string; after: string; because: string }[] = [];
  const body = source
    .split(/((?<=[.!?؟…])\s+|\n+)/u)
    .map((part) => {
      const said = /\p{L}/u.test(part) ? rewordWith(part, turns, brand) : null;
      if (!said) return part;
      changed.push({ before: cut(part.trim(), 300), after: cut(said.text, 300), because: reasons[language][said.because] });
      return said.text;
    })
    .join('');
  return {
    say: says[language](changed.length),
    body: body.slice(0, 3000),
    changed: changed.slice(0, 12),
    facts_kept: factsOf(body) === factsOf(source),
  };
}
