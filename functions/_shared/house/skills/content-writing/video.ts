// Skill video-scripts of the house model: five scenes that can be filmed with a telephone in this shop. Called by skills/content-writing.ts.
import type { Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { capitalise } from '../../grammar/fill.ts';
import { withoutEmoji, writePost } from '../../write-post.ts';
import { writeTags } from '../../write-tags.ts';
import { cut, numberOf, requestOf } from '../read-input.ts';
import { fit, materialOf, sayable, type Material } from './material.ts';

type Words = {
  hook: string[];
  deal: string[];
  when: string;
  where: string;
  pictures: Record<'product' | 'hands' | 'price' | 'calendar' | 'door' | 'phone', string>;
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    hook: ['{Short}, {percent} !', '{Short}, {amount} !', '{Short} !', '{brand} !'],
    deal: ['{What} {deal} {at_brand}.', '{What}, {at_brand}.', 'Bienvenue {at_brand}.'],
    when: '<Note|Notez> bien : {when}.',
    where: '<Tu nous trouves|Vous nous trouvez> {home}.',
    pictures: {
      product: 'Gros plan {at_brand} : {what}',
      hands: 'Des mains au travail {at_brand}, vues de près',
      price: 'Le prix qu’on écrit sur une ardoise',
      calendar: 'Le jour entouré sur un calendrier',
      door: 'La porte de {brand}, vue de la rue',
      phone: 'Un téléphone posé sur le comptoir de {brand}',
    },
    say: 'On commence par « {hook} » : c’est compris en trois secondes.',
  },
  mg: {
    hook: ['{Short}, mihena {percent}!', '{Short}, {amount}!', '{Short}!', '{brand}!'],
    deal: ['{What}, {deal}, {at_brand}.', '{What}, {at_brand}.', 'Tongava soa {at_brand}.'],
    when: 'Tadidio tsara: {when}.',
    where: '{Home} no misy anay.',
    pictures: {
      product: 'Sary akaiky {at_brand}: {what}',
      hands: 'Ny asa {at_brand}, alaina akaiky',
      price: "Ny vidiny soratana eo amin'ny solaitra",
      calendar: "Ny andro voamarika eo amin'ny alimanaka",
      door: "Ny varavaran'ny {brand}, jerena avy eny an-dalana",
      phone: 'Finday mipetraka eo ambony latabatry ny {brand}',
    },
    say: "Atombotsika amin'ny « {hook} »: azo ao anatin'ny telo segondra.",
  },
  en: {
    hook: ['{Short}, {percent} off!', '{Short}, {amount}!', '{Short}!', '{brand}!'],
    deal: ['{What} {deal}, {at_brand}.', '{What}, {at_brand}.', 'Welcome to {brand}.'],
    when: 'Write it down: {when}.',
    where: 'You find us {home}.',
    pictures: {
      product: 'Close-up {at_brand}: {what}',
      hands: 'Hands at work {at_brand}, seen from close by',
      price: 'The price being written on a slate',
      calendar: 'The day circled on a calendar',
      door: 'The door of {brand}, seen from the street',
      phone: 'A telephone on the counter of {brand}',
    },
    say: 'We begin with “{hook}”: that is clear in three seconds.',
  },
  ar: {
    hook: ['{Short}، خصم {percent}!', '{Short}، {amount}!', '{Short}!', '{brand}!'],
    deal: ['{What} {deal} {at_brand}.', '{What} {at_brand}.', 'أهلًا <بك|بكم> {at_brand}.'],
    when: '<سجّل|سجّلوا> الموعد: {when}.',
    where: '<تجدنا|تجدوننا> {home}.',
    pictures: {
      product: 'لقطة قريبة {at_brand}: {what}',
      hands: 'يدان تعملان {at_brand}، من قرب',
      price: 'السعر يُكتب على لوح',
      calendar: 'اليوم داخل دائرة على التقويم',
      door: 'باب {brand} من جهة الشارع',
      phone: 'هاتف على طاولة {brand}',
    },
    say: 'نبدأ بعبارة «{hook}»: تُفهم في ثلاث ثوانٍ.',
  },
};

/** What is to be seen, with nothing in it that this shop does not have. */
export const pictureOf = (material: Material, name: keyof Words['pictures']): string =>
  cut(material.say(words[material.language].pictures[name], { what: material.words.what || material.brand.name }), 300);

type Scene = { seconds: number; voice_over: string; on_screen: string; picture: string };

export function writeVideo(call: ModelCall) {
  const material = materialOf(call);
  const { language, brand } = material;
  const said = words[language];
  const post = writePost({ ...call.facts, request: requestOf(call.facts) }, brand, language);
  const tags = writeTags({ ...call.facts, request: material.request }, brand, language);
  const hook = fit(sayable(said.hook, material.words, material.familiar), 60);
  const scenes = scenesOf(material, said, hook).slice(0, sceneLimit(numberOf(call.facts.input.seconds)));
  return {
    headline: post.headline,
    hook,
    scenes,
    body: post.body,
    hashtags: tags.hashtags.slice(0, 10),
    call_to_action: tags.call_to_action,
    duration_seconds: scenes.reduce((sum, { seconds }) => sum + seconds, 0),
    say: material.say(said.say, { hook }),
  };
}

/** Three to six seconds a scene: fewer scenes when the video must be short. */
const sceneLimit = (seconds: number | null): number => (seconds ? Math.min(8, Math.max(3, Math.floor(seconds / 4))) : 6);

/** Spoken at two and a half words a second, never under three seconds a picture. */
const secondsFor = (voice: string): number => Math.min(20, Math.max(3, Math.ceil(voice.split(/\s+/).filter(Boolean).length / 2.5)));

function scenesOf(material: Material, said: Words, hook: string): Scene[] {
  const { contacts, extras, slots, phone, closing, say, facts } = material;
  const more = { Home: capitalise(material.words.home ?? '') };
  const scene = (voice: string, on_screen: string, name: keyof Words['pictures']): Scene => ({
    seconds: secondsFor(voice),
    voice_over: cut(withoutEmoji(voice), 300),
    on_screen: cut(on_screen, 60),
    picture: pictureOf(material, name),
  });
  // a clause that opens or closes has its sentence already; only it says all
  const middle = facts.main?.state ? material.main : say(said.deal);
  const scenes = [
    scene(hook, slots.percent || slots.amount || material.words.Short || material.brand.name, 'product'),
    scene(middle, material.words.Short || material.brand.name, facts.main?.price ? 'price' : 'hands'),
    ...(slots.when && !facts.main?.state ? [scene(say(said.when), slots.when.length <= 60 ? capitalise(slots.when) : '', 'calendar')] : []),
    ...extras.slice(0, 3).map((extra) => scene(extra, cut(extra.replace(/[.!]$/u, ''), 60), 'hands')),
    ...(material.words.home ? [scene(say(said.where, more), material.words.place ?? '', 'door')] : []),
    scene(
      phone || contacts[contacts.first],
      material.words.phone || material.words.place || material.brand.name,
      material.words.phone ? 'phone' : 'product',
    ),
  ];
  return scenes.length >= 4 ? scenes : [...scenes.slice(0, -1), scene(closing, material.brand.name, 'door'), ...scenes.slice(-1)];
}
