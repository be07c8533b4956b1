// Skill thread-writer of the house model: one matter in posts that can each stand alone. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { isAbsence } from '../../is-absence.ts';
import { sayDraft } from '../../say.ts';
import { withoutEmoji } from '../../write-post.ts';
import { cut } from '../read-input.ts';
import { fit, materialOf, sayable } from './material.ts';

type Words = { hook: string[]; about: string; turn: string[]; others: string };

const words: Record<Language, Words> = {
  fr: {
    hook: [
      '{What} {deal}[ {when}] : voici ce qu’il faut savoir.',
      '{What}[, {when}] : voici ce qu’il faut savoir.',
      'Voici ce qu’il faut savoir de {brand}.',
    ],
    about: '{brand} en une ligne : {tagline}.',
    turn: [
      'Ce qu’on oublie souvent de noter : {when}.',
      'Ce qu’on oublie souvent de vérifier : nos horaires, {hours}.',
      'Ce qu’on oublie souvent : nous sommes {home}.',
    ],
    others: 'Et à côté de cela : {list}.',
  },
  mg: {
    hook: [
      '{What} {deal}[ {when}]: ireto no tokony ho fantatra.',
      '{What}[ {when}]: ireto no tokony ho fantatra.',
      'Ireto no tokony ho fantatra momba ny {brand}.',
    ],
    about: "Ny {brand} amin'ny teny iray: {tagline}.",
    turn: [
      'Matetika hadino ny manoratra ny fotoana: {when}.',
      'Matetika hadino ny mijery ny ora fiasanay: {hours}.',
      'Matetika hadino: {home} no misy anay.',
    ],
    others: 'Misy koa: {list}.',
  },
  en: {
    hook: [
      '{What} {deal}[ {when}]: here is what to know.',
      '{What}[ {when}]: here is what to know.',
      'Here is what to know about {brand}.',
    ],
    about: '{brand} in one line: {tagline}.',
    turn: [
      'What people often forget to write down: {when}.',
      'What people often forget to check: our hours, {hours}.',
      'What people often forget: you find us {home}.',
    ],
    others: 'And besides that: {list}.',
  },
  ar: {
    hook: ['{What} {deal}[ {when}]: هذا ما يجب معرفته.', '{What}[ {when}]: هذا ما يجب معرفته.', 'هذا ما يجب معرفته عن {brand}.'],
    about: '{brand} في سطر واحد: {tagline}.',
    turn: ['كثيرًا ما يُنسى تسجيل الموعد: {when}.', 'كثيرًا ما تُنسى أوقات عملنا: {hours}.', 'كثيرًا ما يُنسى مكاننا: {home}.'],
    others: 'وإلى جانب ذلك: {list}.',
  },
};

export function writeThread(call: ModelCall) {
  const material = materialOf(call);
  const { main, extras, contacts, others, words: slots, familiar, headlines, phone, brand, language } = material;
  const said = words[language];
  const list = others
    .slice(0, 4)
    .map(({ name, price }) => (price ? `${name} (${price})` : name))
    .join(language === 'ar' ? '، ' : ', ');
  const lines: { text: string; role: 'hook' | 'point' | 'example' | 'turn' | 'close' }[] = [
    { text: fit(sayable(said.hook, slots, familiar), 270), role: 'hook' },
    { text: main, role: 'example' },
    ...extras.map((text) => ({ text, role: 'point' as const })),
    { text: list ? material.say(said.others, { list }) : '', role: 'point' },
    { text: material.tagline ? material.say(said.about, { tagline: material.tagline.replace(/[.!]$/u, '') }) : '', role: 'point' },
    { text: material.say(said.turn), role: 'turn' },
    {
      text: withoutEmoji(
        isAbsence(material.facts) ? material.closing : [phone || contacts.call, material.closing].filter(Boolean).join(' '),
      ),
      role: 'close',
    },
  ];
  const posts = lines
    .filter(({ text }, index) => text && lines.findIndex((other) => other.text === text) === index)
    .map(({ text, role }) => ({ text: cut(text, 270), role }))
    .slice(0, 10);
  const [headline = brand.name.slice(0, 60)] = headlines;
  return {
    headline,
    posts,
    body: posts.map(({ text }) => text).join('\n\n'),
    call_to_action: contacts[contacts.first],
    say: sayDraft(headline, language),
  };
}
