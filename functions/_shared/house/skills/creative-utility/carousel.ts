// Skill carousel-builder of the house model: one thought a slide, each figure on one slide only. Called by skills/creative-utility.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji } from '../../write-post.ts';
import { writeTags } from '../../write-tags.ts';
import { fit, materialOf, paragraphs, sayable } from '../content-writing/material.ts';
import { pictureOf } from '../content-writing/video.ts';
import { cut } from '../read-input.ts';

type Words = { cover: string[]; price: string; when: string; where: string; also: string; alt: string; say: string };

const words: Record<Language, Words> = {
  fr: {
    cover: ['{Short} : on <te|vous> dit tout', '{brand} : on <te|vous> dit tout'],
    price: 'Le prix',
    when: 'Le moment',
    where: 'Le lieu',
    also: 'À côté de cela',
    alt: 'Images à faire défiler : {titles}.',
    say: 'L’ordre est celui des questions : quoi, combien, quand, où, et comment nous joindre.',
  },
  mg: {
    cover: ['{Short}: lazainay daholo', '{brand}: lazainay daholo'],
    price: 'Ny vidiny',
    when: 'Ny fotoana',
    where: 'Ny toerana',
    also: 'Misy koa',
    alt: 'Sary mifanesy: {titles}.',
    say: 'Ny filaharana dia araka ny fanontaniana: inona, ohatrinona, rahoviana, aiza ary ahoana no hifandraisana aminay.',
  },
  en: {
    cover: ['{Short}: all you need to know', '{brand}: all you need to know'],
    price: 'The price',
    when: 'The moment',
    where: 'The place',
    also: 'And besides that',
    alt: 'Pictures to swipe: {titles}.',
    say: 'The order is that of the questions: what, how much, when, where, and how to reach us.',
  },
  ar: {
    cover: ['{Short}: كل ما يجب معرفته', '{brand}: كل ما يجب معرفته'],
    price: 'السعر',
    when: 'الموعد',
    where: 'المكان',
    also: 'وإلى جانب ذلك',
    alt: 'صور متتابعة: {titles}.',
    say: 'الترتيب هو ترتيب الأسئلة: ماذا وبكم ومتى وأين وكيف نتواصل.',
  },
};

type Slide = { role: 'cover' | 'point' | 'price' | 'example' | 'close'; headline: string; text: string; picture: string };

export function buildCarousel(call: ModelCall) {
  const material = materialOf(call);
  const { slots, facts, contacts, language, familiar, extras, others, say, phone } = material;
  const said = words[language];
  const slide = (role: Slide['role'], headline: string, text: string, picture = ''): Slide => ({
    role,
    headline: cut(capitalise(headline), 60),
    text: cut(text, 160),
    picture,
  });
  // a clause that opens or closes is a sentence of its own
  const stated = Boolean(facts.main?.state) || !slots.what;
  const slides: Slide[] = [
    slide('cover', fit(sayable(said.cover, material.words, familiar), 60), '', pictureOf(material, 'product')),
    ...(stated ? [slide('point', slots.brand ?? '', material.main)] : []),
    ...(!stated && slots.amount ? [slide('price', said.price, capitalise(slots.amount), pictureOf(material, 'price'))] : []),
    ...(!stated && slots.when ? [slide('point', said.when, capitalise(slots.when), pictureOf(material, 'calendar'))] : []),
    ...extras.slice(0, 3).map((extra) => slide('point', said.also, extra)),
    ...(others[0]
      ? [
          slide(
            'example',
            said.also,
            others
              .slice(0, 3)
              .map(({ name, price }) => (price ? `${name} (${price})` : name))
              .join(language === 'ar' ? '، ' : ', '),
          ),
        ]
      : []),
    ...(contacts.where ? [slide('point', said.where, contacts.where, pictureOf(material, 'door'))] : []),
    slide('close', material.brand.name, phone || contacts[contacts.first]),
  ];
  const tags = writeTags({ ...call.facts, request: material.request }, material.brand, language);
  const titles = slides.map(({ headline, text }) => text || headline).join(language === 'ar' ? '، ' : ', ');
  return {
    slides: slides.slice(0, 10),
    body: paragraphs([material.hook, withoutEmoji(material.closing)]),
    hashtags: tags.hashtags.slice(0, 10),
    alt: cut(say(said.alt, { titles: titles.replace(/\.(?=,|،|$)/gu, '') }), 300),
    say: said.say,
  };
}
