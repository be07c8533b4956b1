// Skill hashtag-generator of the house model: hashtags out of brand, product, place and occasion, and one call to action. Called by index.ts.
import type { BrandDna, Language, Platform, PostTags } from '../payloads.ts';
import type { ModelFacts } from '../models/types.ts';
import { readFacts, type RequestFacts } from './facts.ts';
import { fold, tidy } from './fold.ts';
import { isAbsence } from './is-absence.ts';
import { contactsOf } from './contacts.ts';
import type { Feast, Kind } from './lexicon/shape.ts';
import { shortPlace } from './place.ts';
import { repairRequest } from './repair-request.ts';

const occasions: Record<Language, Record<Exclude<Kind, 'feast'> | Feast, string>> = {
  fr: {
    offer: 'BonPlan',
    novelty: 'Nouveauté',
    event: 'Agenda',
    hours: 'Horaires',
    backstage: 'Coulisses',
    news: 'Actu',
    christmas: 'Noël',
    new_year: 'BonneAnnée',
    easter: 'Pâques',
    ramadan: 'Ramadan',
    eid: 'Aïd',
    national_day: 'FêteNationale',
  },
  mg: {
    offer: 'Tolotra',
    novelty: 'Vaovao',
    event: 'Fotoana',
    hours: 'OraFiasana',
    backstage: 'AoAmbadika',
    news: 'Hafatra',
    christmas: 'Noely',
    new_year: 'TratryNyTaona',
    easter: 'Paska',
    ramadan: 'Ramadan',
    eid: 'Eid',
    national_day: 'FetimPirenena',
  },
  en: {
    offer: 'Offer',
    novelty: 'New',
    event: 'WhatsOn',
    hours: 'OpeningHours',
    backstage: 'BehindTheScenes',
    news: 'News',
    christmas: 'Christmas',
    new_year: 'HappyNewYear',
    easter: 'Easter',
    ramadan: 'Ramadan',
    eid: 'EidMubarak',
    national_day: 'NationalDay',
  },
  ar: {
    offer: 'عروض',
    novelty: 'جديد',
    event: 'مواعيد',
    hours: 'أوقات_العمل',
    backstage: 'كواليس',
    news: 'أخبار',
    christmas: 'عيد_الميلاد',
    new_year: 'عام_سعيد',
    easter: 'عيد_الفصح',
    ramadan: 'رمضان',
    eid: 'عيد_مبارك',
    national_day: 'العيد_الوطني',
  },
};

const local: Record<Language, [string, string]> = {
  fr: ['CommerceLocal', 'PrèsDeChezVous'],
  mg: ['EtoAkaiky', 'MividiEtoAkaiky'],
  en: ['ShopLocal', 'SmallBusiness'],
  ar: ['تجارة_محلية', 'قريب_منك'],
};

/** At most so many: long rows help on pictures, not on pages. */
const most: Record<Platform, number> = { instagram: 8, tiktok: 8, facebook: 5, nexio_page: 5, linkedin: 5, x: 5, whatsapp: 5 };

const says: Record<Language, (count: number, first: string) => string> = {
  fr: (count, first) => `J'ajoute ${count} mots-dièse, dont ${first}, et un appel à l'action.`,
  mg: (count, first) => `Nampiako tenifototra ${count}, anisan'izany ny ${first}, ary antso ho an'ny mpanjifa.`,
  en: (count, first) => `I am adding ${count} hashtags, ${first} among them, and a call to action.`,
  ar: (count, first) => `أضيف ${count} وسوم، منها ${first}، ودعوة واضحة للزبون.`,
};

/** `Samosas de Lala` -> `#SamosasDeLala`, `أم سامي` -> `#أم_سامي`; null when nothing is left, or too much. */
export function hashtag(words: string): string | null {
  const parts =
    tidy(words)
      .replace(/['’]s(?!\p{L})/giu, 's')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const arabic = /\p{Script=Arabic}/u.test(words);
  const joined = arabic ? parts.join('_') : parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return joined && joined.length <= 30 && /\p{L}/u.test(joined) ? `#${joined}` : null;
}

/** A product fits in a tag as two or three words; of a sentence the tag would be nonsense. */
function productTags({ kind, main }: RequestFacts): string[] {
  return kind !== 'backstage' && main?.text && main.text.split(' ').length <= 3 ? [main.text] : [];
}

export function writeTags({ request, platform, round, findings }: ModelFacts, brand: BrandDna, language: Language): PostTags {
  const facts = readFacts(round > 0 ? repairRequest(request, findings, brand) : request, brand);
  const folded = fold(tidy(request));
  const place = [facts.main, ...facts.extras].find((clause) => clause?.place)?.place ?? '';
  const served = brand.services
    .map(({ name }) => name)
    .toSorted((a, b) => Number(folded.includes(fold(b))) - Number(folded.includes(fold(a))));
  const occasion = occasions[language][facts.feast?.feast ?? (facts.kind === 'feast' ? 'offer' : facts.kind)];
  const tags: string[] = [];
  for (const words of [brand.name, ...productTags(facts), place || shortPlace(brand.place), occasion, ...served, ...local[language]]) {
    const tag = hashtag(words);
    if (tag && !tags.some((one) => fold(one) === fold(tag))) tags.push(tag);
  }
  const hashtags = tags.slice(0, most[platform]);

  const { call, visit, write } = contactsOf(brand, language, { phone: facts.phone ? '' : brand.phone, place });
  const order = isAbsence(facts)
    ? [call, write]
    : facts.kind === 'hours' || facts.kind === 'backstage'
      ? [visit, call, write]
      : [call, visit, write];
  const call_to_action = (order.find(Boolean) ?? '').slice(0, 200);
  return { hashtags, call_to_action, say: says[language](hashtags.length, hashtags[1] ?? hashtags[0] ?? '') };
}
