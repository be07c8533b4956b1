// The letters a new subscriber gets, each with one purpose, out of the Brand DNA alone. Called by drip.ts and, for the first of them, by content-writing/email.ts.
import type { Language } from '../../../payloads.ts';
import type { Material } from '../content-writing/material.ts';
import { paragraphs, sayable } from '../content-writing/material.ts';
import { capitalise } from '../../grammar/fill.ts';
import { cut } from '../read-input.ts';

export const letterKinds = ['welcome', 'choose', 'come', 'ask'] as const;
export type LetterKind = (typeof letterKinds)[number];
type Words = Record<LetterKind, { subject: string; preheader: string; purpose: string; body: string[] }> & { sign: string };

const words: Record<Language, Words> = {
  fr: {
    welcome: {
      subject: 'Bienvenue {at_brand}',
      preheader: 'Ce que <tu recevras|vous recevrez> de nous.',
      purpose: 'Dire merci et annoncer ce qui viendra',
      body: [
        'Merci pour <ton|votre> inscription. <Tu recevras|Vous recevrez> ici les nouvelles de {brand}, quand il y en a vraiment.',
        '{tagline}.',
        '<Tu peux|Vous pouvez> répondre à chaque lettre : nous lisons tout.',
      ],
    },
    choose: {
      subject: 'Par où commencer {at_brand} ?',
      preheader: 'La liste, avec les prix tels qu’ils sont.',
      purpose: 'Aider à choisir',
      body: ['On nous demande souvent par où commencer. Voici ce que nous proposons :', '{list}', 'Une hésitation ? {write}'],
    },
    come: {
      subject: 'Quand et comment venir {at_brand}',
      preheader: 'Ce qu’il faut pour venir, au même endroit.',
      purpose: 'Rendre la première visite facile',
      body: ['Pour une première visite, tout tient en quelques lignes.', '{where} {hours_line}', '{call}'],
    },
    ask: {
      subject: 'La question que l’on n’ose pas poser',
      preheader: 'Elle nous intéresse plus que les autres.',
      purpose: 'Inviter à poser une question',
      body: ['La question que l’on n’ose pas poser est souvent celle de tout le monde. Il suffit de répondre à cette lettre.', '{call}'],
    },
    sign: 'À bientôt,\n{brand}',
  },
  mg: {
    welcome: {
      subject: 'Tongasoa {at_brand}',
      preheader: 'Izay ho <azonao|azonareo> avy aminay.',
      purpose: 'Misaotra sy milaza izay ho avy',
      body: [
        'Misaotra <anao|anareo> nisoratra anarana. Eto no <hahazoanao|hahazoanareo> vaovao momba ny {brand}, rehefa tena misy izany.',
        '{tagline}.',
        'Azo valiana ny taratasy tsirairay: vakinay daholo izany.',
      ],
    },
    choose: {
      subject: 'Inona no hanombohana {at_brand}?',
      preheader: 'Ny lisitra sy ny vidiny araka izay misy.',
      purpose: 'Manampy amin’ny fisafidianana',
      body: [
        'Matetika anontaniana izahay hoe inona no hanombohana. Ireto no atolotray:',
        '{list}',
        'Misalasala ve <ianao|ianareo>? {write}',
      ],
    },
    come: {
      subject: 'Fotoana sy toerana: {brand}',
      preheader: 'Izay rehetra ilaina amin’ny fahatongavana.',
      purpose: 'Manamora ny fitsidihana voalohany',
      body: ["Ho an'ny fitsidihana voalohany dia andalana vitsy no ampy.", '{where} {hours_line}', '{call}'],
    },
    ask: {
      subject: 'Ny fanontaniana tsy sahy apetraka',
      preheader: 'Izany no tena mahaliana anay.',
      purpose: 'Manasa hanontany',
      body: ["Ny fanontaniana tsy sahy apetraka dia matetika an'ny rehetra. Ampy ny mamaly ity taratasy ity.", '{call}'],
    },
    sign: 'Mandra-pihaona,\n{brand}',
  },
  en: {
    welcome: {
      subject: 'Welcome to {brand}',
      preheader: 'What you will get from us.',
      purpose: 'Say thank you and tell what will come',
      body: [
        'Thank you for signing up. Here you will get news from {brand}, whenever there really is some.',
        '{tagline}.',
        'You can reply to each letter: we read them all.',
      ],
    },
    choose: {
      subject: 'Where to start {at_brand}?',
      preheader: 'The list, with the prices as they are.',
      purpose: 'Help to choose',
      body: ['People often ask us where to start. Here is what we have for you:', '{list}', 'Not sure yet? {write}'],
    },
    come: {
      subject: 'When and how to come to {brand}',
      preheader: 'What you need to come, in one place.',
      purpose: 'Make the first visit easy',
      body: ['For a first visit, a few lines say it all.', '{where} {hours_line}', '{call}'],
    },
    ask: {
      subject: 'The question one does not dare to ask',
      preheader: 'It is the one we like to get.',
      purpose: 'Invite a question',
      body: ['The question one does not dare to ask is often the one that everybody has. Just reply to this letter.', '{call}'],
    },
    sign: 'See you soon,\n{brand}',
  },
  ar: {
    welcome: {
      subject: '<أهلًا بك|أهلًا بكم> {at_brand}',
      preheader: 'ما الذي <سيصلك|سيصلكم> منا.',
      purpose: 'الشكر والتعريف بما سيأتي',
      body: [
        'شكرًا <على اشتراكك|على اشتراككم>. <ستصلك|ستصلكم> هنا أخبار {brand} كلما كان هناك جديد فعلًا.',
        '{tagline}.',
        '<يمكنك|يمكنكم> الرد على كل رسالة: نقرأ كل ما يصلنا.',
      ],
    },
    choose: {
      subject: 'من أين نبدأ {at_brand}؟',
      preheader: 'القائمة مع الأسعار كما هي.',
      purpose: 'المساعدة على الاختيار',
      body: ['كثيرًا ما يسألنا الناس من أين يبدؤون. هذا ما نقدمه:', '{list}', '<هل لديك|هل لديكم> سؤال؟ {write}'],
    },
    come: {
      subject: 'متى وكيف <تأتي|تأتون> إلى {brand}',
      preheader: 'كل ما يلزم للقدوم في مكان واحد.',
      purpose: 'تسهيل الزيارة الأولى',
      body: ['للزيارة الأولى تكفي سطور قليلة.', '{where} {hours_line}', '{call}'],
    },
    ask: {
      subject: 'السؤال الذي نتردد في طرحه',
      preheader: 'هو أكثر ما يهمنا.',
      purpose: 'الدعوة إلى طرح سؤال',
      body: ['السؤال الذي نتردد في طرحه هو غالبًا سؤال الجميع. يكفي الرد على هذه الرسالة.', '{call}'],
    },
    sign: 'إلى لقاء قريب،\n{brand}',
  },
};

export type Letter = { kind: LetterKind; purpose: string; subject: string; preheader: string; body: string };

/** null when the Brand DNA holds nothing for it (no list to choose from, no place to come to). */
export function writeLetter(kind: LetterKind, material: Material, news = ''): Letter | null {
  const { brand, contacts, language, familiar, tagline, say } = material;
  if (kind === 'choose' && brand.services.length < 2) return null;
  if (kind === 'come' && !contacts.where) return null;
  const said = words[language][kind];
  const list = brand.services
    .slice(0, 12)
    .map(({ name, price }) => `- ${capitalise(name)}${price ? `: ${price}` : ''}`)
    .join('\n');
  const slots = {
    ...material.words,
    tagline: tagline.replace(/[.!]$/u, ''),
    list,
    where: contacts.where,
    hours_line: contacts.hours || ' ',
    call: contacts.call,
    write: contacts.write,
  };
  return {
    kind,
    purpose: say(said.purpose),
    subject: cut(say(said.subject), 60),
    preheader: cut(say(said.preheader), 90),
    body: paragraphs(
      news,
      ...sayable(said.body, slots, familiar).map((line) => line.replace(/ +/g, ' ').trim()),
      say(words[language].sign),
    ),
  };
}
