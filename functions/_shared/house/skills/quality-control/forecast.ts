// Skill virality-scorer of the house model: six parts counted out of the text, added without rounding up; a forecast and no promise. Called by quality-control.ts.
import type { BrandDna, Language, Platform } from '../../../payloads.ts';
import { platforms } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { ModelError } from '../../../models/model-error.ts';
import { toneCues } from '../../brand-words.ts';
import { fold, tidy } from '../../fold.ts';
import { anyOf, phrase } from '../../lexicon/all.ts';
import { readTokens } from '../../read-tokens.ts';
import { customerTexts } from '../../read-work.ts';
import { findText, numberAt, sentencesOf, textAt } from '../material.ts';
import { brandOf, cut, rowsOf } from '../read-input.ts';
import { servicesNamed } from '../../brand-facts.ts';

const most = { hook: 25, clarity: 20, feeling: 15, reason_to_share: 20, fit: 10, pace: 10 } as const;
type Part = keyof typeof most;

const words: Record<Language, { weakest: Record<Part, string>; change: Record<Part, string>; say: string }> = {
  fr: {
    weakest: {
      hook: 'La première ligne ne retient pas : « {first} »',
      clarity: 'Un inconnu ne sait pas encore {missing}.',
      feeling: 'Rien ne fait sourire ni ne donne faim.',
      reason_to_share: 'On ne voit pas à qui on l’enverrait.',
      fit: 'La longueur ({letters} lettres) ne va pas à ce réseau.',
      pace: 'Des phrases de {words} mots : on décroche.',
    },
    change: {
      hook: 'Commencer par le fait : « {fact} »',
      clarity: 'Ajouter dans la première phrase : {missing}.',
      feeling: 'Dire un détail qui se voit ou se goûte : {thing}.',
      reason_to_share: 'Nommer la personne à qui l’envoyer : un collègue, une sœur, un voisin de {place}.',
      fit: 'Ramener le texte à la longueur du réseau sans perdre un fait.',
      pace: 'Couper la phrase la plus longue en deux.',
    },
    say: '{score} sur 100 : {weakest} {change}',
  },
  mg: {
    weakest: {
      hook: 'Tsy mampijanona ny andalana voalohany: « {first} »',
      clarity: 'Mbola tsy fantatry ny vahiny {missing}.',
      feeling: 'Tsy misy mampitsiky na mahanoana.',
      reason_to_share: 'Tsy hita izay handefasana azy.',
      fit: 'Tsy mety amin’ity tambajotra ity ny halavany (litera {letters}).',
      pace: 'Fehezanteny misy teny {words}: leo ny mpamaky.',
    },
    change: {
      hook: 'Atombohy amin’ny zava-misy: « {fact} »',
      clarity: 'Ampio ao amin’ny fehezanteny voalohany: {missing}.',
      feeling: 'Lazao ny zavatra hita na tsapa: {thing}.',
      reason_to_share: 'Tonony ny olona handefasana azy: mpiara-miasa, anabavy, na mpiara-monina eny {place}.',
      fit: 'Fohezo hifanaraka amin’ny tambajotra nefa aza very zava-misy.',
      pace: 'Zarao roa ny fehezanteny lava.',
    },
    say: '{score} amin’ny 100: {weakest} {change}',
  },
  en: {
    weakest: {
      hook: 'The first line does not hold: “{first}”',
      clarity: 'A stranger does not know yet {missing}.',
      feeling: 'There is nothing in it to make you smile or hungry.',
      reason_to_share: 'One does not see to whom it would be sent.',
      fit: 'The length ({letters} letters) does not suit this network.',
      pace: 'Sentences of {words} words: people leave.',
    },
    change: {
      hook: 'Begin with the fact: “{fact}”',
      clarity: 'Add to the first sentence: {missing}.',
      feeling: 'Name the detail of it that can be seen or tasted: {thing}.',
      reason_to_share: 'Name the person to send it to: a colleague, a sister, a neighbour in {place}.',
      fit: 'Bring the text to the length of the network without losing a fact.',
      pace: 'Cut the longest sentence in two.',
    },
    say: '{score} out of 100: {weakest} {change}',
  },
  ar: {
    weakest: {
      hook: 'السطر الأول لا يوقف القارئ: «{first}»',
      clarity: 'لا يعرف الغريب بعد {missing}.',
      feeling: 'لا شيء يثير ابتسامة أو جوعًا.',
      reason_to_share: 'لا نرى لمن يمكن إرساله.',
      fit: 'الطول ({letters} حرفًا) لا يناسب هذه الشبكة.',
      pace: 'جمل من {words} كلمات: ينصرف الناس.',
    },
    change: {
      hook: 'ابدأ بالحقيقة: «{fact}»',
      clarity: 'أضف في الجملة الأولى: {missing}.',
      feeling: 'اذكر تفصيلًا يُرى أو يُذاق: {thing}.',
      reason_to_share: 'اذكر من يُرسل إليه: زميل أو أخت أو جار في {place}.',
      fit: 'اجعل الطول مناسبًا للشبكة بدون أن تضيع حقيقة.',
      pace: 'اقسم أطول جملة إلى جملتين.',
    },
    say: '{score} من 100: {weakest} {change}',
  },
};

const missingNames: Record<Language, Record<'what' | 'price' | 'where', string>> = {
  fr: { what: 'ce que c’est', price: 'ce que cela coûte', where: 'où cela se trouve' },
  mg: { what: 'izay resahina', price: 'ny vidiny', where: 'ny toerana' },
  en: { what: 'what it is', price: 'what it costs', where: 'where it is' },
  ar: { what: 'ما هو', price: 'كم يكلف', where: 'أين هو' },
};

const lengths: Record<Platform, [number, number]> = {
  x: [40, 280],
  whatsapp: [60, 700],
  facebook: [60, 600],
  instagram: [60, 900],
  tiktok: [30, 400],
  linkedin: [80, 1300],
  nexio_page: [60, 1200],
};
const sendable = phrase(
  `${anyOf((one) => one.claims.free)}|${anyOf((one) => one.subjects.event)}|ami(?:e?s)?|collegue\\p{L}*|soeur|famille|friends?|colleague\\p{L}*|sister|family|namana|mpiara-?miasa|fianakaviana|الاصدقاء|صديق|زميل|عائل\\p{L}*|الاحباب`,
  'u',
);

/** Numbers of this tenant: the rate of the format of the text beside the mean of all formats. */
function ownFit(text: unknown, byFormat: unknown): number | null {
  const rows = rowsOf(byFormat).flatMap((row) => {
    const rate = numberAt(row, 'engagement_rate', 'rate', 'interactions_per_post');
    return rate === null ? [] : [{ format: textAt(row, 'format'), rate }];
  });
  if (rows.length === 0) return null;
  const format = findText(text, 'format') || (Array.isArray((text as { scenes?: unknown })?.scenes) ? 'video' : 'text');
  const best = Math.max(...rows.map(({ rate }) => rate));
  const own = rows.find((row) => row.format === format || (format === 'video' && row.format === 'reel'));
  return best > 0 ? (own?.rate ?? best / 2) / best : null;
}

export function forecast(call: ModelCall) {
  const { facts, language, skill } = call;
  const brand = brandOf(call);
  const text = customerTexts(facts.input.text).join('\n');
  const sentences = sentencesOf(text);
  const [first] = sentences;
  if (!first) throw new ModelError('bad_request', `${skill} has no text to judge`);
  const platform = platforms.find((one) => one === facts.input.platform) ?? facts.platform;
  const folded = fold(tidy(text));
  const { tokens } = readTokens(text, brand);
  const has = (...types: string[]) => tokens.some(({ fact }) => types.includes(fact.type));
  const shown = {
    what: servicesNamed(text, brand).length > 0 || brand.services.length === 0,
    price: has('price', 'percent'),
    where: has('place', 'phone') || folded.includes(fold(tidy(brand.name))),
  };
  const lead = readTokens(first, brand).tokens;
  const length = first.split(/\s+/).length;
  const words_a_sentence = sentences.reduce((sum, one) => sum + one.split(/\s+/).length, 0) / sentences.length;
  const tone = (name: keyof typeof toneCues) => folded.match(toneCues[name])?.length ?? 0;
  const [least, longest] = lengths[platform];
  const own = ownFit(facts.input.text, facts.input.by_format);
  const parts: Record<Part, number> = {
    hook: Math.min(
      most.hook,
      6 +
        (/[?؟]/u.test(first) ? 6 : 0) +
        (lead.some(({ fact }) => fact.type === 'price' || fact.type === 'percent' || fact.type === 'when') ? 7 : 0) +
        (length <= 12 ? 5 : 0) +
        (/\d/.test(first) ? 1 : 0),
    ),
    clarity: (shown.what ? 8 : 0) + (shown.price ? 6 : 0) + (shown.where ? 6 : 0),
    feeling: Math.min(
      most.feeling,
      3 + 4 * Math.min(tone('warm') + tone('playful'), 2) + (/\p{Extended_Pictographic}/u.test(text) ? 2 : 0),
    ),
    reason_to_share: sendable.test(folded) ? 13 : has('percent') ? 9 : 4,
    fit: Math.round(own === null ? (text.length >= least && text.length <= longest ? 8 : 3) : Math.min(most.fit, own * 10)),
    pace: words_a_sentence <= 12 ? 9 : words_a_sentence <= 18 ? 6 : 3,
  };
  const weakest = (Object.keys(parts) as Part[]).toSorted((a, b) => parts[a] / most[a] - parts[b] / most[b])[0] ?? 'hook';
  const missing = (Object.keys(shown) as (keyof typeof shown)[]).find((one) => !shown[one]) ?? 'price';
  const said = words[language];
  const values: Record<string, string> = {
    first: cut(first, 120),
    missing: missingNames[language][missing],
    fact: cut(sentences.find((one) => /\d/.test(one)) ?? first, 120),
    thing: thingOf(brand),
    place: brand.place || brand.name,
    letters: String(text.length),
    words: String(Math.round(words_a_sentence)),
  };
  const put = (line: string) => line.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  const virality = Object.values(parts).reduce((sum, points) => sum + points, 0);
  const told = { weakest: cut(put(said.weakest[weakest]), 240), change: cut(put(said.change[weakest]), 300) };
  return {
    say: cut(said.say.replace('{score}', String(virality)).replace('{weakest}', told.weakest).replace('{change}', told.change), 500),
    virality,
    parts,
    ...told,
    based_on: own === null ? 'judgement_only' : 'own_figures',
  };
}

const thingOf = ({ services, name }: BrandDna): string => services[0]?.name ?? name;
