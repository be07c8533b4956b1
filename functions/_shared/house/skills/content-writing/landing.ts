// Skill landing-page-copy of the house model: the words of one page for one offer, in the order of a visitor's doubts. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { actLabels } from '../../contacts.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji } from '../../write-post.ts';
import { cut } from '../read-input.ts';
import { fit, materialOf, type Material } from './material.ts';

type Section = 'offer' | 'how' | 'prices' | 'questions' | 'place' | 'closing';
type Words = {
  headings: Record<Section, string>;
  steps: { write: string; call: string; come: string; comeText: string };
  ask: { price: string; when: string; where: string; contact: string };
  form: string;
  missing: Record<'phone' | 'place' | 'opening_hours' | 'price' | 'when' | 'picture', string>;
  priceOnAsking: string;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    headings: {
      offer: '{What}',
      how: 'Comment faire',
      prices: 'Nos prix',
      questions: 'Ce que l’on nous demande',
      place: 'Où nous trouver',
      closing: '{brand} <t’attend|vous attend>',
    },
    steps: { write: 'Écrire un mot', call: 'Ou appeler', come: 'Venir nous voir', comeText: '<Note|Notez> bien : {when}.' },
    ask: { price: 'Quel est le prix ?', when: 'Quand est-ce ?', where: 'Où êtes-vous ?', contact: 'Comment vous joindre ?' },
    form: '<Laisse-nous ton|Laissez-nous votre> nom, nous <te|vous> répondons',
    missing: {
      phone: 'le numéro de téléphone',
      place: 'l’adresse',
      opening_hours: 'les horaires',
      price: 'le prix {of_what}',
      when: 'la date de l’offre',
      picture: 'une photo {of_what}',
    },
    priceOnAsking: 'Le prix se demande sur place.',
    say: 'La page répond d’abord à la question : {question}',
  },
  mg: {
    headings: {
      offer: '{What}',
      how: 'Izao no atao',
      prices: 'Ny vidiny',
      questions: "Ny fanontanian'ny mpanjifa",
      place: 'Ny toerana misy anay',
      closing: 'Miandry <anao|anareo> ny {brand}',
    },
    steps: { write: 'Mandefa hafatra', call: 'Na miantso', come: 'Tonga mitsidika', comeText: 'Tadidio tsara: {when}.' },
    ask: {
      price: 'Ohatrinona ny {what}?',
      when: 'Oviana izany?',
      where: 'Aiza no misy anareo?',
      contact: 'Ahoana no hifandraisana aminareo?',
    },
    form: 'Omeo anay ny <anaranao|anaranareo> dia hamaly izahay',
    missing: {
      phone: 'ny laharana finday',
      place: 'ny adiresy',
      opening_hours: 'ny ora fiasana',
      price: "ny vidin'ny {what}",
      when: "ny datin'ny tolotra",
      picture: "sary iray an'ny {what}",
    },
    priceOnAsking: 'Anontanio eny an-toerana ny vidiny.',
    say: "Ity fanontaniana ity no valian'ny pejy voalohany: {question}",
  },
  en: {
    headings: {
      offer: '{What}',
      how: 'How it goes',
      prices: 'Our prices',
      questions: 'What people ask us',
      place: 'Where to find us',
      closing: '{brand} is waiting for you',
    },
    steps: { write: 'Write to us', call: 'Or call', come: 'Come and see us', comeText: 'Write it down: {when}.' },
    ask: { price: 'What does it cost?', when: 'When is it?', where: 'Where are you?', contact: 'How do I reach you?' },
    form: 'Leave your name and we will answer you',
    missing: {
      phone: 'the telephone number',
      place: 'the address',
      opening_hours: 'the opening hours',
      price: 'the price of the {bare}',
      when: 'the date of the offer',
      picture: 'a picture of the {bare}',
    },
    priceOnAsking: 'Ask us for the price.',
    say: 'The page first answers this question: {question}',
  },
  ar: {
    headings: {
      offer: '{What}',
      how: 'كيف يتم ذلك',
      prices: 'أسعارنا',
      questions: 'ما يسألنا عنه الزبائن',
      place: 'أين تجدوننا',
      closing: '{brand} في <انتظارك|انتظاركم>',
    },
    steps: { write: 'إرسال كلمة', call: 'أو الاتصال', come: 'زيارتنا', comeText: '<سجّل|سجّلوا> الموعد: {when}.' },
    ask: { price: 'ما هو السعر؟', when: 'متى الموعد؟', where: 'أين أنتم؟', contact: 'كيف نتواصل معكم؟' },
    form: '<اترك لنا اسمك|اتركوا لنا اسمكم> وسنجيب',
    missing: {
      phone: 'رقم الهاتف',
      place: 'العنوان',
      opening_hours: 'أوقات العمل',
      price: 'سعر {what}',
      when: 'موعد العرض',
      picture: 'صورة عن {what}',
    },
    priceOnAsking: 'السعر عند الطلب.',
    say: 'تجيب الصفحة أولًا عن هذا السؤال: {question}',
  },
};

type Point = { title: string; text: string };

export function writeLanding(call: ModelCall) {
  const material = materialOf(call);
  const { contacts, brand, headlines, main, slots, say, facts } = material;
  const said = words[call.language];
  const act = contacts.call ? 'call' : 'write';
  const button = cut(actLabels[call.language][act], 30);
  const questions = questionsOf(material, said);
  const section = (kind: string, heading: string, body: string, points: Point[] = []) => ({
    kind,
    heading: cut(capitalise(say(heading)) || brand.name, 80),
    body: cut(body, 900),
    points: points.slice(0, 8).map(({ title, text }) => ({ title: cut(title, 80), text: cut(text, 240) })),
  });
  const prices = brand.services.filter(({ price }) => price).map(({ name, price }) => ({ title: capitalise(name), text: price }));
  const steps = [
    { title: said.steps.write, text: contacts.write },
    ...(contacts.call ? [{ title: said.steps.call, text: contacts.call }] : []),
    ...(contacts.visit
      ? [
          {
            title: said.steps.come,
            text: [contacts.visit, slots.when && !facts.main?.state ? say(said.steps.comeText) : ''].filter(Boolean).join(' '),
          },
        ]
      : []),
  ];
  return {
    headline: headlines[0] ?? brand.name,
    subline: fit([main, withoutEmoji(material.hook)], 160),
    button,
    sections: [
      section('offer', slots.what ? said.headings.offer : '{brand}', [main, ...material.extras].join(' ')),
      section('how_it_works', said.headings.how, '', steps),
      ...(prices.length > 0 ? [section('prices', said.headings.prices, '', prices)] : []),
      section('questions', said.headings.questions, '', questions),
      ...(contacts.where ? [section('place', said.headings.place, [contacts.where, contacts.hours].filter(Boolean).join(' '))] : []),
      section('closing', said.headings.closing, withoutEmoji(material.closing)),
    ],
    form: { heading: cut(say(said.form), 80), button, fields: fieldsFor(material) },
    seo: {
      title: fit([`${headlines[0] ?? ''} | ${brand.name}`, headlines[0] ?? brand.name], 60),
      description: fit([`${main} ${contacts.where}`, main], 160),
    },
    missing: missingOf(material, said),
    say: say(said.say, { question: questions[0]?.title ?? '' }),
  };
}

/** Three questions at most, each answered from the material. */
function questionsOf({ say, slots, contacts, facts, phone, words: given }: Material, { ask, priceOnAsking }: Words): Point[] {
  const price = facts.main?.price ?? facts.main?.percent;
  const question = (phrase: string, text: string): Point[] => (text ? [{ title: say(phrase), text }] : []);
  const all = [
    ...(given.bare ? question(ask.price, price ? `${capitalise(slots.amount ?? '')}.` : '') : []),
    ...question(ask.when, slots.when ? `${capitalise(slots.when)}.` : ''),
    ...question(ask.where, contacts.where),
    ...question(ask.contact, phone || contacts.call || contacts.write),
  ];
  return (all.length > 0 ? all : [{ title: say(ask.contact), text: priceOnAsking }]).slice(0, 4);
}

/** A name and one way back; a date where a moment is booked, a number where things are ordered. */
function fieldsFor({ facts }: Material): ('name' | 'phone' | 'message' | 'quantity')[] {
  return ['name', 'phone', facts.kind === 'offer' || facts.kind === 'novelty' ? 'quantity' : 'message'];
}

function missingOf({ brand, facts, slots, say }: Material, { missing }: Words): string[] {
  const gaps = (['phone', 'place', 'opening_hours'] as const).filter((field) => !brand[field]).map((field) => say(missing[field]));
  if (slots.bare && !facts.main?.price && !facts.main?.percent) gaps.unshift(say(missing.price));
  if (!slots.when) gaps.push(say(missing.when));
  if (slots.bare) gaps.push(say(missing.picture));
  return gaps
    .filter(Boolean)
    .map((gap) => cut(gap, 120))
    .slice(0, 8);
}
