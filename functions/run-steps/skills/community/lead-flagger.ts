// Skill lead-flagger: messages of people who want to buy, with what they name. In community-skills.ts.
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { readTokens } from '../../../_shared/house/read-tokens.ts';
import { foldedWords } from '../localization/detect-locale.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { communityPhrases } from './community-phrases.ts';
import { type Intent, readIntents } from './intents.ts';
import { findName } from './near-word.ts';
import { readFeeling } from './read-feeling.ts';

type Message = { id?: string; author?: string; text?: string; intents?: Intent[] };
type Input = { messages: Message[]; brand_services: string[]; country?: string };

const buying: Intent[] = ['price', 'availability', 'order', 'hours', 'place'];
const never: Intent[] = ['complaint', 'spam', 'threat'];
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/iu;
const quantity =
  /(?<![\p{L}\d])(\d{1,4}) ?(?:x |pcs?|pieces?|isa|kg|kilos?|litres?|boites?|douzaines?|personnes?|olona|people|حبات?|قطع)?(?: \p{L}[\p{L}'-]*)?/u;

const phoneOf = (written: string, country: string | undefined): string =>
  parsePhoneNumberFromString(written, country as CountryCode | undefined)?.number ?? written;

function readLead({ id = '', author = '', text = '', intents: found }: Message, services: string[], country: string | undefined) {
  const intents = found ?? readIntents(text, readFeeling(text).mood);
  const wishes = buying.filter((intent) => intents.includes(intent));
  if (!id || wishes.length === 0 || intents.some((intent) => never.includes(intent))) return null;
  const { tokens, rest } = readTokens(text);
  const words = foldedWords(text);
  const service = services.toSorted((a, b) => b.length - a.length).find((name) => findName(words, name, 6) >= 0) ?? '';
  const phone = tokens.find(({ fact }) => fact.type === 'phone')?.text ?? '';
  const mail = email.exec(text)?.[0] ?? '';
  const when = tokens
    .filter(({ fact }) => fact.type === 'when')
    .map((token) => token.text.trim())
    .join(', ');
  const counted = quantity.exec(rest.replaceAll('\u0001', '\n'))?.[0].trim() ?? '';
  const asksToBuy = wishes.includes('price') || wishes.includes('availability');
  const isHot = wishes.includes('order') || (asksToBuy && Boolean(counted || when || phone || mail));
  if (!isHot && !asksToBuy && !service) return null;
  return {
    message_id: id,
    author: author.slice(0, 120),
    intents: wishes,
    service,
    quantity: counted.slice(0, 40),
    when: when.slice(0, 80),
    contact: { phone: phone && phoneOf(phone, country).slice(0, 40), email: mail.slice(0, 200) },
    strength: isHot ? 'hot' : 'warm',
  };
}

export const leadFlagger: SkillFunction = ({ context }) => {
  const { messages, brand_services, country } = context.input as Input;
  const flagged = messages.map((message) => readLead(message, brand_services, country)).filter((lead) => lead !== null);
  const hot = flagged.filter(({ strength }) => strength === 'hot').length;
  const { language } = context.run;
  const say =
    flagged.length > 0
      ? sayFrom(communityPhrases, language, 'flagged', { count: flagged.length, hot })
      : sayFrom(communityPhrases, language, 'nobody_buys');
  return { say, flagged };
};
