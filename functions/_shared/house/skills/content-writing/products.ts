// Skill product-descriptions of the house model: each product by what is known of it, and what a buyer will ask. Called by skills/content-writing.ts.
import type { BrandDna, Language } from '../../../payloads.ts';
import type { ModelCall } from '../../../models/types.ts';
import { fold } from '../../fold.ts';
import { capitalise } from '../../grammar/fill.ts';
import { brandOf, cut, requestOf } from '../read-input.ts';
import { materialOf, type Material } from './material.ts';

type Words = { short: string[]; price: string; noPrice: string; order: string; openings: string[]; questions: string[]; say: string };

/** `{name}` and `{Name}` are the product's own; no two descriptions of a list begin alike. */
const words: Record<Language, Words> = {
  fr: {
    short: ['{Name} {at_brand}[, {home}] : {price}.', '{Name} {at_brand}[, {home}].'],
    price: 'Son prix : {price}.',
    noPrice: 'Son prix se demande au comptoir.',
    order: 'Pour en avoir, {contact}',
    openings: [
      '{Name}, {at_brand}.',
      '{At_brand}, {name} est à la carte.',
      'Si <tu cherches|vous cherchez> {name}, c’est {at_brand}.',
      'À la carte de {brand} : {name}.',
    ],
    questions: ['Quel est le prix ?', 'Quelle est la taille ou la durée ?', 'De quoi est-ce fait ?', 'En combien de temps est-ce prêt ?'],
    say: '{count} description(s) avec les seuls faits que j’ai ; ajoutez d’abord ceci : {first}',
  },
  mg: {
    short: ['{Name} {at_brand}[, {home}]: {price}.', '{Name} {at_brand}[, {home}].'],
    price: 'Ny vidiny: {price}.',
    noPrice: 'Anontanio eny an-toerana ny vidiny.',
    order: 'Raha te hahazo dia {contact}',
    openings: [
      '{Name}, {at_brand}.',
      '{At_brand} no ahitana ny {name}.',
      'Raha mitady ny {name} <ianao|ianareo> dia {at_brand} izany.',
      "Ao anatin'ny lisitry ny {brand}: {name}.",
    ],
    questions: [
      'Ohatrinona ny vidiny?',
      'Manao ahoana ny habeny na ny faharetany?',
      "Vita amin'ny inona izany?",
      'Hafiriana no fikarakarana azy?',
    ],
    say: "Filazalazana {count} mifototra amin'izay fantatra ihany; ity aloha no ampio: {first}",
  },
  en: {
    short: ['{Name} {at_brand}[, {home}]: {price}.', '{Name} {at_brand}[, {home}].'],
    price: 'The price: {price}.',
    noPrice: 'Ask us for the price.',
    order: 'To get it: {contact}',
    openings: [
      '{Name}, {at_brand}.',
      '{At_brand} you find {name} on the list.',
      'If you are looking for {name}, it is {at_brand}.',
      'On the list of {brand}: {name}.',
    ],
    questions: ['What does it cost?', 'How big is it, or how long does it take?', 'What is it made of?', 'How soon is it ready?'],
    say: '{count} description(s) from the facts I have; please add this first: {first}',
  },
  ar: {
    short: ['{Name} {at_brand}[، {home}]: {price}.', '{Name} {at_brand}[، {home}].'],
    price: 'السعر: {price}.',
    noPrice: 'السعر عند السؤال في المحل.',
    order: 'للحصول عليه: {contact}',
    openings: [
      '{Name}، {at_brand}.',
      '{At_brand} <تجد|تجدون> {name}.',
      'إذا كنتم تبحثون عن {name} فهو {at_brand}.',
      'من قائمة {brand}: {name}.',
    ],
    questions: ['ما هو السعر؟', 'ما الحجم أو كم المدة؟', 'مم صُنع؟', 'متى يكون جاهزًا؟'],
    say: 'عدد الأوصاف: {count}، من الحقائق المتوفرة فقط؛ أضيفوا هذا أولًا: {first}',
  },
};

type Product = { name: string; price: string; told: string };

export function describeProducts(call: ModelCall) {
  const brand = brandOf(call);
  const material = materialOf(call);
  const said = words[call.language];
  const products = productsOf(material, brand, requestOf(call.facts)).slice(0, 30);
  const described = products.map((product, index) => describe(product, index, material, said));
  return {
    products: described,
    say: material.say(said.say, {
      count: String(described.length),
      first: described.find(({ missing }) => missing.length > 0)?.missing[0] ?? said.questions[1] ?? '',
    }),
  };
}

/** Those the request names, with what it says of them; the whole list when it names none; else the request's own subject. */
function productsOf({ facts, slots, main, extras }: Material, { services }: BrandDna, request: string): Product[] {
  const folded = fold(request);
  const subject = facts.main?.state || (facts.main?.text.length ?? 0) > 80 ? '' : (facts.main?.text ?? '');
  const named = services.filter(({ name }) => folded.includes(fold(name)));
  const told = [main, ...extras].join(' ');
  if (named.length > 0)
    return named.map(({ name, price }, index) => ({
      name,
      price: price || (named.length === 1 ? priceIn(facts, slots) : ''),
      told: index === 0 ? told : '',
    }));
  if (services.length > 0 && (!subject || wholeList.test(folded))) return services.map(({ name, price }) => ({ name, price, told: '' }));
  return [{ name: subject || cut(request, 80), price: priceIn(facts, slots), told }];
}

const wholeList =
  /(?<!\p{L})(?:tous|toutes|nos produits|nos services|la carte|all|our products|our services|rehetra|vokatra|كل|جميع|منتجات)/u;
const priceIn = ({ main }: Material['facts'], { amount }: Material['slots']): string => (main?.price ? (amount ?? '') : '');

function describe({ name, price, told }: Product, index: number, { words: given, say, contacts, tagline }: Material, said: Words) {
  const slots = {
    name,
    Name: capitalise(name),
    price,
    At_brand: capitalise(given.at_brand ?? ''),
    contact: contacts[contacts.first].replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()),
  };
  const missing = said.questions.filter((_question, at) => !(price && at === 0));
  return {
    name,
    short: cut(say(said.short, slots), 160),
    long: cut(
      [
        say(said.openings[index % said.openings.length] ?? '', slots),
        told,
        price ? say(said.price, slots) : said.noPrice,
        tagline ? `${tagline.replace(/[.!]$/u, '')}.` : '',
        contacts.where,
        say(said.order, slots),
      ]
        .filter(Boolean)
        .join(' '),
      900,
    ),
    points: [price, given.place ?? '', given.hours ?? ''].filter(Boolean).map((point) => cut(point, 120)),
    price: cut(price, 40),
    missing,
  };
}
