// Skill newsletter-compiler of the house model: the two to five pieces of the week that readers liked and that are not over. Called by skills/email.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { actLabels } from '../../contacts.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji } from '../../write-post.ts';
import { sayNumber } from '../names.ts';
import { cut, fieldsOf, numberOf, rowsOf, textOf, type Fields } from '../read-input.ts';
import { stillGood } from './pieces.ts';
import { isIn, materialOf, paragraphs, type Material } from '../content-writing/material.ts';

type Words = {
  headline: string;
  opening: string;
  liked: string;
  fresh: string;
  useful: string;
  prices: string;
  place: string;
  close: string;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    headline: 'La semaine {at_brand}',
    opening: 'Voici les nouvelles {at_brand}, en quelques lignes.',
    liked: '{engagements} réactions pour {reach} personnes : c’est ce qui a plu.',
    fresh: 'C’est nouveau cette semaine.',
    useful: 'C’est utile avant de venir.',
    prices: 'Nos prix du moment',
    place: 'Où nous trouver',
    close: 'Merci de nous lire, et à bientôt.',
    say: 'En tête : « {title} », parce que les lecteurs y ont réagi ou peuvent s’en servir.',
  },
  mg: {
    headline: 'Ny herinandro {at_brand}',
    opening: 'Ireto ny vaovao {at_brand}, andalana vitsy monja.',
    liked: "Fihetsika {engagements} avy amin'ny olona {reach}: izany no nankafizina.",
    fresh: "Vaovao amin'ity herinandro ity izany.",
    useful: 'Ilaina alohan’ny hahatongavana izany.',
    prices: 'Ny vidiny ankehitriny',
    place: 'Ny toerana misy anay',
    close: 'Misaotra <anao|anareo> mamaky, mandra-pihaona indray.',
    say: "Ny « {title} » no apetrako voalohany, satria nahaliana na ilain'ny mpamaky.",
  },
  en: {
    headline: 'The week {at_brand}',
    opening: 'Here is the news {at_brand}, in a few lines.',
    liked: '{engagements} reactions from {reach} people: this is what they liked.',
    fresh: 'It is new this week.',
    useful: 'It is useful before you come.',
    prices: 'Our prices just now',
    place: 'Where to find us',
    close: 'Thank you for reading, and see you soon.',
    say: 'First comes “{title}”, because readers reacted to it or can use it.',
  },
  ar: {
    headline: 'الأسبوع {at_brand}',
    opening: 'هذه أخبارنا {at_brand} في سطور قليلة.',
    liked: '{engagements} من التفاعلات عند {reach} من الأشخاص: هذا ما أعجبهم.',
    fresh: 'هذا جديد هذا الأسبوع.',
    useful: 'هذا مفيد قبل القدوم.',
    prices: 'أسعارنا الآن',
    place: 'أين تجدوننا',
    close: 'شكرًا <لقراءتك|لقراءتكم>، وإلى لقاء قريب.',
    say: 'في البداية «{title}» لأن القراء تفاعلوا معه أو يحتاجون إليه.',
  },
};

type Item = { title: string; text: string; reference: string; url: string; why: string };

export function compileNewsletter(call: ModelCall) {
  const material = materialOf(call);
  const { brand, contacts, language, say } = material;
  const said = words[language];
  const today = textOf(call.facts.input.today);
  const pieces = rowsOf(call.facts.input.pieces).filter((piece) => textOf(piece.text) || textOf(piece.title));
  const liked = stillGood(pieces, today).map((piece) => itemOf(piece, material, said));
  const items = [...unlike(liked).slice(0, 4), ...ownItems(material, said)].slice(0, Math.max(2, Math.min(liked.length, 5)));
  const titles = items.map(({ title }) => title);
  const [first = brand.name, second = say(said.headline)] = titles;
  return {
    subjects: [...new Set([cut(first, 60), cut(second, 60), cut(say(said.headline), 60)])].slice(0, 3),
    preheader: cut(second, 90),
    headline: cut(say(said.headline), 70),
    body: paragraphs(
      [openingOf(call, material), say(said.opening)],
      ...items.flatMap(({ title, text, url }) => [`## ${title}`, text, url]),
      [contacts.visit, contacts.call],
      [say(said.close)],
    ),
    items: items.map(({ title, reference, url, why }) => ({ title, reference, url, why })),
    call_to_action: { label: actLabels[language][contacts.first].slice(0, 40), url: brand.website },
    say: say(said.say, { title: first }),
  };
}

/** The lead text of a colleague, without greeting and signature, when it is in the letter's language. */
function openingOf({ facts: { outputs } }: ModelCall, { language }: Material): string {
  const lead = textOf(fieldsOf(outputs.lead_text).body);
  const [, second = ''] = lead.split('\n\n');
  return isIn(second, language) ? cut(second, 600) : '';
}

function itemOf(piece: Fields, { language, say }: Material, said: Words): Item {
  const text = withoutEmoji(textOf(piece.text) || textOf(piece.title)).trim();
  const title = textOf(piece.title) || (text.split(/(?<=[.!?؟])\s|\n/u)[0] ?? text);
  const [engagements, reach] = [numberOf(piece.engagements), numberOf(piece.reach)];
  return {
    title: cut(capitalise(title.replace(/[.!]$/u, '')), 80),
    text,
    reference: textOf(piece.id).slice(0, 120),
    url: /^https?:\/\//.test(textOf(piece.url)) ? textOf(piece.url).slice(0, 500) : '',
    why: cut(
      engagements && reach
        ? say(said.liked, { engagements: sayNumber(engagements, language), reach: sayNumber(reach, language) })
        : said.fresh,
      160,
    ),
  };
}

const unlike = (items: Item[]): Item[] => items.filter(({ title }, index) => items.findIndex((other) => other.title === title) === index);

/** What a quiet week can still tell: the prices, and where to come. */
function ownItems({ contacts, brand, say }: Material, said: Words): Item[] {
  const own = (title: string, text: string): Item[] =>
    text ? [{ title: say(title), text, reference: '', url: '', why: said.useful }] : [];
  return [
    ...own(said.prices, contacts.prices.join(' ')),
    ...own(said.place, [contacts.where, contacts.hours].filter(Boolean).join(' ')),
    ...own(brand.name, contacts.write),
    ...own(said.close, contacts.write),
  ];
}
