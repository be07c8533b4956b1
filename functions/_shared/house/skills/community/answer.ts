// The heart of an answer to one person: what the Brand DNA says about what they ask, what it does not say, and who must see it. Called by community.ts.
import type { BrandDna } from '../../../payloads.ts';
import { hostileRule } from '../../../crawler/hostile-text.ts';
import { brandSays, sayHours, sayPrice } from '../../brand-facts.ts';
import { fold, tidy } from '../../fold.ts';
import { grammars } from '../../grammar/all.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import { shortPlace } from '../../place.ts';
import { isSensitive, type Intent } from './intents.ts';
import type { Message } from './read-message.ts';
import { answerWords, type Asked } from './words.ts';

export type Matter = 'facts' | 'praise' | 'complaint' | 'serious' | 'nothing';

export type PersonalAnswer = {
  matter: Matter;
  /** sentences in the person's language, the greeting in the first */
  sentences: string[];
  facts_used: string[];
  /** asked for and not in the Brand DNA */
  missing: Asked[];
  asked: Asked[];
};

const askable: Asked[] = ['price', 'hours', 'place', 'contact', 'delivery', 'payment', 'availability', 'discount'];

/** What is said to the machine and not to the shop: answered like a visit, never obeyed. */
export const isCommand = ({ text, intents }: Message): boolean => hostileRule(text) !== null || intents.includes('command');

export function matterOf(message: Message): Matter {
  const { intents, mood, stars } = message;
  const has = (intent: Intent | Asked) => intents.some((one) => one === intent);
  const hurt = has('complaint') || (mood !== null && mood < -0.2) || (stars !== null && stars <= 2);
  if (isCommand(message)) return 'nothing';
  if (isSensitive(intents.filter((intent) => intent !== 'child')) || (has('child') && hurt)) return 'serious';
  if (has('spam') || (has('insult') && !has('complaint'))) return 'nothing';
  if (hurt && !(has('praise') && (mood ?? 0) >= 0 && (stars ?? 5) > 3 && !has('complaint'))) return 'complaint';
  if (askable.some(has) || has('order') || /[?؟]/u.test(message.text)) return 'facts';
  return has('praise') || (stars ?? 0) >= 4 || (mood ?? 0) > 0.2 ? 'praise' : 'facts';
}

/** `public` keeps orders and money out of what everybody reads. */
export function answerPerson(message: Message, brand: BrandDna, { isPublic }: { isPublic: boolean }): PersonalAnswer {
  const words = answerWords[message.language];
  const familiar = brand.voice.address === 'familiar';
  const say = (phrase: string, slots: Record<string, string> = {}) =>
    fill(phrase, { brand: brand.name, phone: brand.phone, name: message.name, ...slots }, familiar) ?? '';
  const matter = matterOf(message);
  const plain = { matter, facts_used: [], missing: [], asked: [] };

  if (matter === 'nothing') return { ...plain, sentences: [say(words.ignore)] };
  if (matter === 'serious') return { ...plain, sentences: [say(words.hand)] };
  if (matter === 'complaint') {
    const { topic } = message;
    const wrong = say(words.wrong[topic === null || topic === 'price' ? 'other' : topic]);
    return {
      ...plain,
      sentences: [say(words.sorry, { wrong }), isPublic ? say(words.private) : ''].filter(Boolean),
      facts_used: isPublic && brand.phone ? [brand.phone] : [],
    };
  }
  if (matter === 'praise') {
    const [service] = message.services;
    const topic = message.topic && message.topic in words.praised ? words.praised[message.topic as keyof typeof words.praised] : '';
    const thanks = service
      ? say(words.thanksService, { service: ourService(service.name, message) })
      : topic
        ? say(words.thanksTopic, { topic })
        : say(words.thanks);
    return { ...plain, sentences: [thanks], facts_used: service ? [service.name] : [] };
  }

  const asked = askedOf(message);
  const told: string[] = [];
  const facts_used: string[] = [];
  const missing: Asked[] = [];
  for (const one of asked) {
    const fact = factOf(one, message, brand);
    if (!fact) missing.push(one);
    else if (!facts_used.includes(fact.used)) {
      told.push(say(fact.phrase, fact.slots));
      facts_used.push(fact.used);
    }
  }
  if (missing.length > 0) {
    const [first = 'question'] = missing;
    told.push(first === 'discount' ? say(words.discount) : say(words.unknown, { asked: say(words.asked[first]) }));
  }
  const [opening = '', ...rest] = told;
  return {
    matter,
    sentences: [`${say(words.hello)} ${opening}`.replace(/[,،] $/u, '.'), ...rest.map(capitalise)],
    facts_used,
    missing,
    asked,
  };
}

/** `notre samosa bœuf`, `nos tresses`; other languages name the thing alone. */
function ourService(name: string, { language }: Message): string {
  if (language === 'fr') return `${/^[\p{L}-]+[sx](?:\s|$)/u.test(name) ? 'nos' : 'notre'} ${name}`;
  return language === 'en' ? `our ${name}` : name;
}

function askedOf({ intents, services }: Message): Asked[] {
  const asked: Asked[] = askable.filter((one) => intents.some((intent) => intent === one));
  if (asked.length > 0) return asked;
  // an order of something we sell is answered with what it costs
  if (intents.includes('order')) return services.length > 0 ? ['price'] : [];
  return intents.includes('person') ? [] : ['question'];
}

type Told = { phrase: string; slots: Record<string, string>; used: string };

/** The fact the Brand DNA has for a question, with the sentence that says it; null when it has none. */
function factOf(asked: Asked, { language, services, text }: Message, brand: BrandDna): Told | null {
  const { facts } = answerWords[language];
  if (asked === 'price' || asked === 'availability') {
    if (
      asked === 'availability' &&
      /(?<!\p{L})(?:reste|encore|stock|left|still|mbola|dispo\p{L}*|available)(?!\p{L})/u.test(fold(tidy(text)))
    )
      return null;
    const offered = (services.length > 0 ? services : brand.services).slice(0, 3);
    const priced = offered.filter(({ price }) => price);
    const told = asked === 'price' || priced.length === offered.length ? priced : offered;
    if (told.length === 0) return null;
    const colon = language === 'fr' ? ' : ' : ': ';
    const list = told
      .map((service) => [service.name, sayPrice(service, language)].filter(Boolean).join(colon))
      .join(language === 'ar' ? '، ' : ', ');
    return { phrase: facts.price, slots: { list }, used: list };
  }
  if (asked === 'hours') {
    const hours = sayHours(brand, language);
    return hours ? { phrase: facts.hours, slots: { hours }, used: hours } : null;
  }
  if (asked === 'place') {
    if (!brand.place) return null;
    const isPlain = !/[\d,]/.test(brand.place);
    return {
      phrase: isPlain ? facts.place : facts.address,
      slots: { at: grammars[language].sayAt(brand.place), place: brand.place },
      used: brand.place,
    };
  }
  if (asked === 'contact') return brand.phone ? { phrase: facts.contact, slots: { phone: brand.phone }, used: brand.phone } : null;
  if (asked === 'delivery' || asked === 'payment') {
    const own = brandSays(brand, asked);
    return own ? { phrase: facts.own, slots: { own }, used: own } : null;
  }
  return null;
}

/** Where a returning customer finds us; '' without a place. */
export const homeOf = ({ language }: Message, { place }: BrandDna): string => grammars[language].sayAt(shortPlace(place));
