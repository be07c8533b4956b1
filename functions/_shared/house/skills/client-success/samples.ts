// Skill sample-content of the house model: three first posts made of nothing but the Brand DNA. Called by client-success.ts.
import type { BrandDna, Language, Platform } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { platforms } from '../../../payloads.ts';
import { sayHours, sayPrice } from '../../brand-facts.ts';
import { contactsOf } from '../../contacts.ts';
import { capitalise, fill } from '../../grammar/fill.ts';
import { grammars } from '../../grammar/all.ts';
import { tellStory } from '../../story.ts';
import { shortPlace } from '../../place.ts';
import { hashtag } from '../../write-tags.ts';
import { isIn } from '../content-writing/material.ts';
import { brandOf, cut, textsOf } from '../read-input.ts';

type Purpose = 'who_we_are' | 'what_we_offer' | 'why_come_now';
type Words = {
  who: string;
  whoHeadline: string;
  sells: string;
  now: string;
  nowHeadline: string;
  open: string;
  ask: { services: string; hours: string; place: string; phone: string; first: string };
  say: string;
};

const words: Record<Language, Words> = {
  fr: {
    who: '<Tu nous connais|Vous nous connaissez> déjà ? Ici {brand}[ : {tagline}].',
    whoHeadline: '{brand}[, {at}]',
    sells: '<Tu trouves|Vous trouvez> chez nous : {list}.',
    now: 'C’est simple de venir, {at_brand}.',
    nowHeadline: 'Quand venir {at_brand}',
    open: 'Nos horaires : {hours}.',
    ask: {
      services: 'Que vendez-vous, et à quel prix ?',
      hours: 'Quels jours et à quelles heures êtes-vous ouverts ?',
      place: 'Où les clients vous trouvent-ils ?',
      phone: 'À quel numéro peut-on vous joindre ?',
      first: 'Quel produit vos clients demandent-ils en premier, et pourquoi ?',
    },
    say: 'Voici vos trois premiers posts, faits seulement de ce que je sais de {brand}.',
  },
  mg: {
    who: 'Efa fantatrao ve izahay? {brand} no eto[: {tagline}].',
    whoHeadline: '{brand}[, {at}]',
    sells: 'Ireto no hita ato aminay: {list}.',
    now: 'Mora ny mandalo {at_brand}.',
    nowHeadline: 'Oviana no ho tonga {at_brand}',
    open: 'Ora fiasanay: {hours}.',
    ask: {
      services: 'Inona no amidinareo ary ohatrinona ny vidiny?',
      hours: 'Andro sy ora inona no iasanareo?',
      place: 'Aiza no ahitan’ny mpanjifa anareo?',
      phone: 'Laharana inona no azo iantsoana anareo?',
      first: 'Inona no vokatra angatahin’ny mpanjifa voalohany, ary nahoana?',
    },
    say: 'Ireto ny soratra telo voalohany, avy amin’izay fantatro momba ny {brand} fotsiny.',
  },
  en: {
    who: 'Have we met? This is {brand}[: {tagline}].',
    whoHeadline: '{brand}[, {at}]',
    sells: 'Here is what you find with us: {list}.',
    now: 'It is easy to come and see us, {at_brand}.',
    nowHeadline: 'When to come, {at_brand}',
    open: 'Our hours: {hours}.',
    ask: {
      services: 'What do you sell, and at what price?',
      hours: 'On which days and at what hours are you open?',
      place: 'Where do customers find you?',
      phone: 'On which number can people call you?',
      first: 'Which product do customers ask for first, and why?',
    },
    say: 'Here are your first three posts, made only of what I know of {brand}.',
  },
  ar: {
    who: '<هل تعرفنا|هل تعرفوننا>؟ نحن {brand}[: {tagline}].',
    whoHeadline: '{brand}[، {at}]',
    sells: 'هذا ما <تجده|تجدونه> عندنا: {list}.',
    now: '<زيارتنا سهلة عليك|زيارتنا سهلة عليكم> {at_brand}.',
    nowHeadline: 'متى <تزورنا|تزوروننا> {at_brand}',
    open: 'أوقات العمل: {hours}.',
    ask: {
      services: 'ماذا تبيعون وبأي سعر؟',
      hours: 'في أي أيام وساعات تفتحون؟',
      place: 'أين يجدكم الزبائن؟',
      phone: 'على أي رقم يتصل بكم الناس؟',
      first: 'ما المنتج الذي يطلبه الزبائن أولًا، ولماذا؟',
    },
    say: 'هذه منشوراتكم الثلاثة الأولى، مصنوعة فقط مما أعرفه عن {brand}.',
  },
};

const missingFact = (brand: BrandDna): keyof Words['ask'] =>
  brand.services.length === 0 ? 'services' : !brand.opening_hours ? 'hours' : !brand.place ? 'place' : !brand.phone ? 'phone' : 'first';

export function writeSamples(call: ModelCall) {
  const { language } = call;
  const brand = brandOf(call);
  const said = words[language];
  const familiar = brand.voice.address === 'familiar';
  const contacts = contactsOf(brand, language);
  const at = grammars[language].sayAt(shortPlace(brand.place));
  const hours = sayHours(brand, language);
  const slots = { ...grammars[language].sayBrand(brand.name), tagline: isIn(brand.tagline, language) ? brand.tagline : '', at, hours };
  const say = (phrase: string, more: Record<string, string> = {}) => capitalise(fill(phrase, { ...slots, ...more }, familiar) ?? '');
  const offered = brand.services.toSorted((a, b) => Number(Boolean(b.price)) - Number(Boolean(a.price)));
  const [first] = offered;
  const priced = (service: BrandDna['services'][number]) =>
    [service.name, sayPrice(service, language)].filter(Boolean).join(language === 'fr' ? ' : ' : ': ');
  const list = offered
    .slice(0, 3)
    .map(priced)
    .join(language === 'ar' ? '، ' : ', ');
  const story = first ? tellStory(`${first.name} ${first.price}`.trim(), brand, language) : null;
  const acts = [contacts.visit, contacts.call, contacts.write].filter(Boolean);

  const bodies: Record<Purpose, { headline: string; parts: string[]; facts: string[] }> = {
    who_we_are: {
      headline: say(said.whoHeadline),
      parts: [say(said.who), list ? say(said.sells, { list }) : '', contacts.where],
      facts: [brand.name, slots.tagline, brand.place],
    },
    what_we_offer: {
      headline: story?.headlines[0] ?? brand.name,
      parts: [
        story ? story.main : say(said.who),
        ...offered.slice(1, 3).map((service) => `${capitalise(priced(service))}.`),
        contacts.call || contacts.write,
      ],
      facts: offered.slice(0, 3).map(priced),
    },
    why_come_now: {
      headline: say(said.nowHeadline),
      parts: [say(said.now), hours ? say(said.open) : '', contacts.where, contacts.call],
      facts: [hours, brand.place, brand.phone],
    },
  };
  const given = textsOf(call.facts.input.platforms).filter((one): one is Platform => platforms.some((known) => known === one));
  const tags = [brand.name, shortPlace(brand.place), ...offered.slice(0, 2).map(({ name }) => name)].flatMap((name) => hashtag(name) ?? []);
  return {
    say: say(said.say),
    posts: (Object.entries(bodies) as [Purpose, (typeof bodies)[Purpose]][]).map(([purpose, { headline, parts, facts }], index) => ({
      platform: given[index % Math.max(given.length, 1)] ?? 'nexio_page',
      purpose,
      headline: cut(headline, 60),
      body: cut([...new Set(parts.filter(Boolean))].join(' '), 900),
      hashtags: [...new Set(tags)].slice(0, 4),
      call_to_action: cut(acts[index % acts.length] ?? contacts.write, 120),
      facts_used: facts.filter(Boolean).slice(0, 8),
    })),
    ask: said.ask[missingFact(brand)],
  };
}
