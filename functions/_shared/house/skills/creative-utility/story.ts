// Skill story-creator of the house model: three glances and one sticker that a customer can answer. Called by skills/creative-utility.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji } from '../../write-post.ts';
import { materialOf, paragraphs, type Material } from '../content-writing/material.ts';
import { pictureOf } from '../content-writing/video.ts';
import { cut } from '../read-input.ts';

type Words = { poll: string; question: string; come: string; sayPoll: string; say: string };

const words: Record<Language, Words> = {
  fr: {
    poll: '<Tu préfères|Vous préférez> ?',
    question: '<Ta|Votre> question ?',
    come: '<On t’attend|On vous attend>',
    sayPoll: 'Le sondage nous dira ce que l’on préfère : {a} ou {b}.',
    say: 'La question nous dira ce que les clients veulent encore savoir.',
  },
  mg: {
    poll: 'Inona no <tianao|tianareo>?',
    question: 'Misy fanontaniana ve?',
    come: 'Miandry <anao|anareo> izahay',
    sayPoll: "Ny fitsapan-kevitra no hilaza izay tian'ny olona: {a} sa {b}.",
    say: "Ny fanontaniana no hilaza izay mbola tian'ny mpanjifa ho fantatra.",
  },
  en: {
    poll: 'Which do you prefer?',
    question: 'Your question?',
    come: 'We are waiting for you',
    sayPoll: 'The poll will tell us what people prefer: {a} or {b}.',
    say: 'The question will tell us what customers still want to know.',
  },
  ar: {
    poll: '<ماذا تفضل؟|ماذا تفضلون؟>',
    question: '<سؤالك؟|سؤالكم؟>',
    come: '<ننتظرك|ننتظركم>',
    sayPoll: 'سيخبرنا الاستطلاع بما يفضله الناس: {a} أو {b}.',
    say: 'سيخبرنا السؤال بما يريد الزبائن معرفته بعد.',
  },
};

type Frame = {
  seconds: number;
  headline: string;
  text: string;
  picture: string;
  sticker: 'none' | 'poll' | 'question';
  sticker_text: string;
  choices: string[];
};

export function createStory(call: ModelCall) {
  const material = materialOf(call);
  const { slots, facts, contacts, language, say, main, extras, phone, brand } = material;
  const said = words[language];
  const choices = choicesOf(material);
  const frame = (headline: string, text: string, picture: string): Frame => ({
    seconds: 5,
    headline: cut(capitalise(headline), 50),
    text: cut(text, 100),
    picture: cut(picture, 300),
    sticker: 'none',
    sticker_text: '',
    choices: [],
  });
  const stated = Boolean(facts.main?.state) || !slots.what;
  const second = stated
    ? main
    : [slots.amount ? capitalise(slots.amount) : '', slots.when ?? ''].filter(Boolean).join(language === 'ar' ? '، ' : ', ');
  const answer = frame(
    say(choices.length === 2 ? said.poll : said.question),
    second,
    pictureOf(material, slots.when ? 'calendar' : 'hands'),
  );
  const frames: Frame[] = [
    frame(material.words.Short || slots.What?.split(' ').slice(0, 4).join(' ') || brand.name, brand.name, pictureOf(material, 'product')),
    { ...answer, sticker: choices.length === 2 ? 'poll' : 'question', sticker_text: answer.headline, choices },
    ...extras.slice(0, 2).map((extra) => frame(brand.name, extra, pictureOf(material, 'hands'))),
    frame(say(said.come), phone || contacts[contacts.first], pictureOf(material, 'door')),
  ];
  return {
    frames,
    body: cut(paragraphs([main, ...extras, withoutEmoji(material.closing)]), 800),
    ends_at: null,
    say: choices.length === 2 ? say(said.sayPoll, { a: choices[0] ?? '', b: choices[1] ?? '' }) : said.say,
  };
}

/** Two things of the brand that people have an opinion on; none unless both fit on a button. */
function choicesOf({ brand }: Material): string[] {
  const names = brand.services.map(({ name }) => name).filter((name) => name.length <= 26);
  return names.length >= 2 ? names.slice(0, 2) : [];
}
