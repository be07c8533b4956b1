// Skill voice-consistency of the house model: boundaries, remembered facts, the disclosure and a brand that speaks through the persona. Called by skills/influencer.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { fold, tidy } from '../../fold.ts';
import { cut, fieldsOf, textOf } from '../read-input.ts';
import { readPersona, type Persona } from './persona.ts';

type Kind = 'fact' | 'boundary' | 'disclosure' | 'brand_voice';
type Deviation = { quote: string; kind: Kind; because: string; persona_way: string };
type Words = Record<Kind, [because: string, way: string]> & { good: string; bad: string };

const words: Record<Language, Words> = {
  fr: {
    boundary: ['La carte fixe cette limite : {line}', '{name} n’en parlerait pas.'],
    fact: ['Cela contredit ce qui a été dit : {line}', '{line}'],
    disclosure: ['La mention de la carte manque.', '{line}'],
    brand_voice: ['Ici la marque parle à la place de {name}.', '{name} le dirait à la première personne.'],
    good: 'C’est bien {name} qui parle, du début à la fin du texte.',
    bad: 'À reprendre avant de publier : {line}',
  },
  mg: {
    boundary: ['Izao no fetra voalazan’ny karatra: {line}', 'Tsy hiresaka izany i {name}.'],
    fact: ['Mifanohitra amin’izay efa nolazaina izany: {line}', '{line}'],
    disclosure: ["Tsy ao ny filazana voalazan'ny karatra.", '{line}'],
    brand_voice: ['Eto dia ny marika no miteny fa tsy i {name}.', "Hiteny amin'ny anarany i {name}."],
    good: "Tena i {name} no miteny ao amin'ny soratra manontolo, ary tsy misy hovaina.",
    bad: "Hahitsy alohan'ny famoahana: {line}",
  },
  en: {
    boundary: ['The card sets this boundary: {line}', '{name} would not speak of it.'],
    fact: ['It contradicts what was told before: {line}', '{line}'],
    disclosure: ['The disclosure of the card is not there.', '{line}'],
    brand_voice: ['Here the brand speaks in the place of {name}.', '{name} would say it in the first person.'],
    good: 'It is {name} who speaks, from the start to the end of the text.',
    bad: 'To be changed before it goes out: {line}',
  },
  ar: {
    boundary: ['تضع البطاقة هذا الحد: {line}', 'لن يُذكر هذا بصوت {name}.'],
    fact: ['هذا يناقض ما قيل من قبل: {line}', '{line}'],
    disclosure: ['التنبيه المذكور في البطاقة غير موجود.', '{line}'],
    brand_voice: ['هنا تتكلم العلامة بدلًا من {name}.', 'يقال هذا بصوت {name} بصيغة المتكلم.'],
    good: 'هذا صوت {name} فعلًا من أول النص إلى آخره.',
    bad: 'يجب تغييره قبل النشر: {line}',
  },
};

/** `we` of a company, where a person would say `I`. */
const companySpeech =
  /(?<!\p{L})(?:nous (?:vous|sommes|avons|proposons|offrons)|notre (?:equipe|entreprise|maison)|we (?:offer|are|have)|our (?:team|company)|izahay|نحن|يسرنا|نقدم لكم|فريقنا)(?!\p{L})/u;

export function checkVoice({ facts, language }: ModelCall) {
  const given = fieldsOf(facts.input.draft);
  const draft = Object.keys(given).length > 0 ? given : fieldsOf(facts.item);
  const body = textOf(draft.body) || textOf(draft.script) || textOf(draft.text);
  const persona = readPersona(fieldsOf(facts.input.persona));
  const sentences = body.split(/(?<=[.!?؟…])\s+|\n+/u).filter((part) => /\p{L}{2}/u.test(part));
  const found = [
    ...crossed(sentences, persona),
    ...contradicted(sentences, persona),
    ...undisclosed(sentences, body, persona),
    ...companyLines(sentences),
  ].slice(0, 10);
  const said = words[language];
  const deviations = found.map(({ kind, quote, line }): Deviation => {
    const [because, way] = said[kind].map((phrase) => phrase.replace('{line}', line).replaceAll('{name}', persona.name));
    return { quote: cut(quote, 300), kind, because: cut(because ?? '', 240), persona_way: cut(way ?? '', 300) };
  });
  const foreign = new Set(found.filter(({ kind }) => kind !== 'disclosure').map(({ quote }) => quote)).size;
  const likeness = sentences.length > 0 ? Number(((sentences.length - foreign) / sentences.length).toFixed(2)) : 0;
  const isGrave = found.some(({ kind }) => kind !== 'brand_voice');
  return {
    consistent: !isGrave && likeness >= 0.7,
    likeness,
    deviations,
    say: cut(
      (deviations[0] ? said.bad : said.good).replace('{line}', deviations[0]?.because ?? '').replaceAll('{name}', persona.name),
      500,
    ),
  };
}

type Found = { kind: Kind; quote: string; line: string };

const small = new Set(['jamais', 'aucun', 'aucune', 'parler', 'never', 'about', 'conseil', 'advice', 'speak', 'miresaka', 'resaka']);
const keywords = (text: string) => (fold(tidy(text)).match(/\p{L}{5,}/gu) ?? []).filter((word) => !small.has(word));

/** A sentence that names what a boundary names. Words are compared by their stems: `politique`, `politiques`. */
function crossed(sentences: string[], { boundaries }: Persona): Found[] {
  return boundaries.flatMap((line) => {
    const stems = keywords(line).map((word) => word.slice(0, Math.max(5, word.length - 2)));
    const quote = sentences.find((sentence) => stems.some((stem) => fold(tidy(sentence)).includes(stem)));
    return quote ? [{ kind: 'boundary' as const, quote, line }] : [];
  });
}

/** The same thing counted otherwise: `deux chats` was told, `3 chats` is said. Only figures are compared. */
function contradicted(sentences: string[], { facts }: Persona): Found[] {
  const counted = (text: string) =>
    [/(?<count>\d+) (?<thing>\p{L}{3,})/gu, /(?<thing>\p{L}{3,}) (?<count>\d+)/gu].flatMap((order) =>
      [...fold(tidy(text)).matchAll(order)].map(({ groups }) => ({ count: groups?.count ?? '', thing: groups?.thing ?? '' })),
    );
  return facts.flatMap((line) => {
    const told = counted(line);
    const quote = sentences.find((sentence) =>
      counted(sentence).some(({ count, thing }) => told.some((one) => one.thing === thing && one.count !== count)),
    );
    return quote ? [{ kind: 'fact' as const, quote, line }] : [];
  });
}

function undisclosed(sentences: string[], body: string, { disclosure }: Persona): Found[] {
  if (!disclosure || fold(tidy(body)).includes(fold(tidy(disclosure)).replace(/[.!\s]+$/u, ''))) return [];
  return [{ kind: 'disclosure', quote: sentences.at(-1) ?? body, line: disclosure }];
}

const companyLines = (sentences: string[]): Found[] =>
  sentences
    .filter((sentence) => companySpeech.test(fold(tidy(sentence))))
    .map((quote) => ({ kind: 'brand_voice' as const, quote, line: '' }));
