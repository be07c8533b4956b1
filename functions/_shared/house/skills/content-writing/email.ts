// Skill email-copy of the house model: one mail with one matter, its figure and day first. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { actLabels } from '../../contacts.ts';
import { isAbsence } from '../../is-absence.ts';
import { isWelcome } from '../../matter.ts';
import { withoutEmoji } from '../../write-post.ts';
import { writeFollowUp } from '../email/follow-up.ts';
import { writeLetter, type Letter } from '../email/letters.ts';
import { cut, fieldsOf, textOf } from '../read-input.ts';
import { runInput } from './asked.ts';
import { materialOf, paragraphs, sayable, type Material } from './material.ts';

type Words = { hello: string; meaning: string[]; reply: string; sign: string; subjects: string[]; say: string };

const words: Record<Language, Words> = {
  fr: {
    hello: 'Bonjour,',
    meaning: [
      '<Tu as|Vous avez> donc tout ce qu’il faut pour prévoir {the_what}.',
      '<Tu as|Vous avez> donc tout ce qu’il faut pour <te|vous> décider.',
    ],
    reply: '<Tu peux|Vous pouvez> aussi répondre à ce message : nous lisons chaque réponse.',
    sign: 'À bientôt,\n{brand}',
    subjects: ['{What} {deal}', '{What}, {when}', '{What} {at_brand}', 'Des nouvelles de {brand}'],
    say: 'J’enverrais l’objet « {subject} » : il dit ce qu’il y a dans le mail.',
  },
  mg: {
    hello: 'Miarahaba <anao|anareo>,',
    meaning: ['Izay no tokony ho fantatra momba ny {what}.', 'Izay no tokony ho fantatra.'],
    reply: 'Azo atao koa ny mamaly ity hafatra ity: vakinay daholo ny valiny.',
    sign: 'Mandra-pihaona,\n{brand}',
    subjects: ['{What}: {deal}', '{What} {when}', '{What} {at_brand}', "Hafatra avy amin'ny {brand}"],
    say: "Ny lohateny « {subject} » no halefako: izay no ao anatin'ny mailaka.",
  },
  en: {
    hello: 'Hello,',
    meaning: ['So you have all you need to plan for the {bare}.', 'So you have all you need to decide.'],
    reply: 'You can also reply to this message: we read each answer.',
    sign: 'See you soon,\n{brand}',
    subjects: ['{What} {deal}', '{What}, {when}', '{What} {at_brand}', 'News from {brand}'],
    say: 'I would send the subject “{subject}”: it says what is in the mail.',
  },
  ar: {
    hello: 'مرحبًا،',
    meaning: ['هذا كل ما <تحتاج|تحتاجون> إلى معرفته عن {what}.', 'هذا كل ما <تحتاج|تحتاجون> إلى معرفته.'],
    reply: '<يمكنك|يمكنكم> أيضًا الرد على هذه الرسالة: نقرأ كل رد.',
    sign: 'إلى لقاء قريب،\n{brand}',
    subjects: ['{What} {deal}', '{What}، {when}', '{What} {at_brand}', 'جديد من {brand}'],
    say: 'أرسل العنوان «{subject}»: فهو يقول ما في الرسالة.',
  },
};

export function writeEmail(call: ModelCall) {
  const material = materialOf(call);
  const lead = fieldsOf(runInput(call.facts).lead);
  const letter = isWelcome(material.request) ? writeLetter('welcome', material) : textOf(lead.name) ? writeFollowUp(lead, material) : null;
  if (letter) return mailOf(letter, material);
  const said = words[call.language];
  const subjects = subjectsOf(material, said);
  const { main, extras, phone, contacts, familiar, brand, closing } = material;
  const hook = withoutEmoji(material.hook);
  const greets = /^(?:bonjour|hello|miarahaba|salama|مرحب|أهل|زبائننا|chers|dear|tompoko)/iu.test(hook);
  const short = material.words.short ?? '';
  const [meaning = ''] = isAbsence(material.facts) ? [] : sayable(short ? said.meaning : said.meaning.slice(1), material.words, familiar);
  const reach = phone || contacts.call;
  return {
    subjects,
    preheader: preheaderOf(material, subjects),
    body: paragraphs(
      greets ? hook : material.say(said.hello),
      [greets ? '' : hook, main, ...extras],
      meaning,
      [reach, material.say(said.reply)],
      withoutEmoji(closing),
      material.say(said.sign),
    ),
    call_to_action: { label: actLabels[call.language][contacts.first].slice(0, 40), url: addressIn(material.request) || brand.website },
    say: material.say(said.say, { subject: subjects[0] ?? '' }),
  };
}

/** A letter that is no news: to someone new, or to someone who has written before. */
function mailOf(
  { subject, preheader, body }: Pick<Letter, 'subject' | 'preheader' | 'body'>,
  { brand, contacts, language, say }: Material,
) {
  return {
    subjects: [subject, cut(say(words[language].subjects.slice(-1)), 60)],
    preheader,
    body,
    call_to_action: { label: actLabels[language][contacts.first].slice(0, 40), url: brand.website },
    say: say(words[language].say, { subject }),
  };
}

/** Two or three that differ and fit on the lock screen. */
export function subjectsOf({ headlines, familiar, words: slots, brand }: Material, { subjects }: Pick<Words, 'subjects'>): string[] {
  const own = slots.short ? subjects : subjects.slice(-1);
  const lines = [...headlines.filter((line) => line !== brand.name).slice(0, 1), ...sayable(own, slots, familiar)].map(withoutEmoji);
  const fitting = [...new Set([...lines, cut(brand.name, 60)])].filter((line) => line.length <= 60);
  return fitting.slice(0, 3);
}

/** Goes on where the subject stops: where and how, not the same again. */
function preheaderOf({ contacts, extras, hook, brand }: Material, subjects: string[]): string {
  const lines = [extras[0] ?? '', contacts.visit, contacts.hours, contacts.call, withoutEmoji(hook), brand.name];
  return lines.find((line) => line && line.length <= 90 && !subjects.includes(line)) ?? cut(hook || brand.name, 90);
}

/** An address that the owner wrote into the request. */
export const addressIn = (request: string): string => /https?:\/\/[^\s,;)]+/.exec(request)?.[0] ?? '';
