// Community answers of the house model: comment, private message, review, and the brand's tone. Spread in house/index.ts.
import type { BrandDna } from '../../payloads.ts';
import type { ModelCall } from '../../models/types.ts';
import { ModelError } from '../../models/model-error.ts';
import { capitalise, fill } from '../grammar/fill.ts';
import { readTokens } from '../read-tokens.ts';
import { answerPerson, homeOf, isCommand, type PersonalAnswer } from './community/answer.ts';
import { matchTone } from './community/match-tone.ts';
import { readMessage, type Message } from './community/read-message.ts';
import { teamWords } from './community/team-words.ts';
import { answerWords, type Asked } from './community/words.ts';
import { brandOf, cut } from './read-input.ts';

function readBoth(call: ModelCall): { message: Message; brand: BrandDna } {
  const brand = brandOf(call);
  const message = readMessage(call, brand);
  if (!message) throw new ModelError('bad_request', `${call.skill} has no message to answer`);
  return { message, brand };
}

const isFamiliar = (brand: BrandDna) => brand.voice.address === 'familiar';

/** What the team reads: one sentence, and what a person has to supply or decide. */
function tellTeam(
  { language }: ModelCall,
  message: Message,
  answer: PersonalAnswer,
  brand: BrandDna,
): { say: string; needs_person: string } {
  const words = teamWords[language];
  const name = (asked: Asked) =>
    asked === 'question' ? words.other : (fill(answerWords[language].asked[asked], {}, isFamiliar(brand)) ?? '');
  const quote = cut(message.text.replace(/\s+/g, ' '), 110);
  const put = (text: string, asked: Asked = 'question') => text.replace('{asked}', name(asked)).replace('{quote}', quote);
  const [unknown] = answer.missing;
  if (answer.matter === 'serious') return { say: words.serious, needs_person: put(words.decide) };
  if (isCommand(message)) return { say: words.commanded, needs_person: put(words.decide) };
  if (answer.matter === 'nothing') return { say: words.left, needs_person: '' };
  if (answer.matter === 'complaint') return { say: words.angry, needs_person: put(words.decide) };
  if (answer.matter === 'praise') return { say: words.praised, needs_person: '' };
  if (unknown) return { say: put(words.unsure, unknown), needs_person: put(words.supply, unknown) };
  return { say: put(words.answered, answer.asked[0]), needs_person: '' };
}

const sureness = ({ matter, missing }: PersonalAnswer): number =>
  matter === 'praise' ? 0.9 : matter === 'facts' && missing.length === 0 ? 0.9 : matter === 'facts' ? 0.5 : 0.4;

function draftReply(call: ModelCall) {
  const { message, brand } = readBoth(call);
  const answer = answerPerson(message, brand, { isPublic: true });
  const acts = {
    facts: 'reply',
    praise: 'reply',
    complaint: 'reply_and_take_to_private',
    serious: 'ask_a_person',
    nothing: isCommand(message) ? 'ask_a_person' : message.intents.includes('insult') ? 'hide_proposed' : 'leave_alone',
  };
  return {
    ...tellTeam(call, message, answer, brand),
    body: cut(answer.sentences.join(' '), 600),
    language: message.language,
    act: answer.missing.includes('discount') ? 'ask_a_person' : acts[answer.matter],
    facts_used: answer.facts_used.slice(0, 6),
    confidence: sureness(answer),
  };
}

/** What they have said of an order, in their own words. */
function orderOf({ all, services, intents }: Message) {
  const said = (type: 'when' | 'place') =>
    readTokens(all)
      .tokens.find(({ fact }) => fact.type === type)
      ?.text.trim() ?? '';
  if (!intents.includes('order')) return { item: '', quantity: '', when: '', where: '' };
  const quantity =
    /(?<![\p{L}\d.,:])(\d{1,3})(?![\d.,:%]| ?(?:h(?:\d|eures?)?|am|pm|ora|ar|€|\$|dinars?|د|ألف|ans)(?!\p{L}))/iu.exec(all)?.[1] ?? '';
  return { item: services[0]?.name ?? '', quantity, when: said('when').slice(0, 80), where: said('place').slice(0, 120) };
}

function answerDirectMessage(call: ModelCall) {
  const { message, brand } = readBoth(call);
  const answer = answerPerson(message, brand, { isPublic: false });
  const words = answerWords[message.language];
  const say = (phrase: string, slots: Record<string, string> = {}) =>
    capitalise(fill(phrase, { brand: brand.name, phone: brand.phone, ...slots }, isFamiliar(brand)) ?? '');
  const order = orderOf(message);
  const wants = message.intents.includes('order') && answer.matter === 'facts';
  const asks: ['what' | 'quantity' | 'date', 'quantity' | 'date' | null][] = [
    ['what', null],
    ['quantity', 'quantity'],
    ['date', 'date'],
  ];
  const given = { what: order.item, quantity: order.quantity, date: order.when };
  const next = wants && answer.missing.length === 0 ? asks.find(([field]) => !given[field]) : undefined;
  const noted = [order.item, order.quantity, order.when, order.where].filter(Boolean).join(message.language === 'ar' ? '، ' : ', ');
  const isComplete = wants && !next && answer.missing.length === 0;
  const needsPerson =
    answer.matter === 'serious' || answer.matter === 'complaint' || answer.missing.includes('discount') || isCommand(message);
  const body = [
    ...answer.sentences,
    message.intents.includes('person') ? say(words.person) : '',
    isComplete ? say(words.order, { order: noted }) : '',
    next ? say(words.ask[next[0]]) : '',
    answer.matter === 'complaint' ? say(words.hand).replace(/^[^,،]+[,،] ?/u, '') : '',
  ].filter(Boolean);
  const told = tellTeam(call, message, answer, brand);
  return {
    say: told.say,
    body: cut(body.map(capitalise).join(' '), 900),
    language: message.language,
    act: needsPerson ? 'hand_to_person' : answer.matter === 'nothing' ? 'leave_alone' : next ? 'ask_back' : 'reply',
    collects: next?.[1] ? [next[1]] : [],
    order,
    facts_used: answer.facts_used.slice(0, 8),
    needs_person: told.needs_person || (isComplete ? cut(teamWords[call.language].confirm.replace('{order}', noted), 240) : ''),
    confidence: sureness(answer),
  };
}

function answerReview(call: ModelCall) {
  const { message, brand } = readBoth(call);
  const read = answerPerson(message, brand, { isPublic: true });
  const isLow = message.stars !== null && message.stars <= 3;
  const matter =
    read.matter === 'serious' || read.matter === 'nothing' ? 'serious' : read.matter === 'complaint' || isLow ? 'complaint' : 'praise';
  const spoken: Message = {
    ...message,
    intents: matter === 'serious' ? ['law'] : matter === 'complaint' ? ['complaint'] : ['praise'],
    stars: null,
    mood: null,
  };
  const answer = answerPerson(spoken, brand, { isPublic: true });
  const words = answerWords[message.language];
  const say = (phrase: string, slots: Record<string, string> = {}) =>
    fill(phrase, { brand: brand.name, phone: brand.phone, ...slots }, isFamiliar(brand)) ?? '';
  const detail = matter === 'praise' ? answerPerson({ ...spoken, intents: ['hours'], text: '' }, brand, { isPublic: true }) : null;
  const offer = matter === 'praise' ? answerPerson({ ...spoken, intents: ['price'], text: '' }, brand, { isPublic: true }) : null;
  const true_detail = [offer, detail].find((one) => one && one.missing.length === 0);
  const closing = matter === 'serious' ? '' : matter === 'praise' ? say(words.come, { at: homeOf(message, brand) }) : '';
  const sentences = [
    ...answer.sentences,
    true_detail ? capitalise(true_detail.sentences.join(' ').replace(/^[^,،]+[,،] ?/u, '')) : '',
    closing,
    `— ${brand.name}`,
  ].filter(Boolean);
  const point = cut(firstPoint(message), 200);
  const told = tellTeam(call, { ...spoken, text: message.text }, answer, brand);
  return {
    say: told.say,
    body: cut(sentences.join(' '), 900),
    language: message.language,
    kind: matter === 'serious' ? 'hold' : matter === 'complaint' ? 'regret' : 'thanks',
    point,
    facts_used: [...answer.facts_used, ...(true_detail?.facts_used ?? [])].slice(0, 6),
    needs_person: told.needs_person,
  };
}

/** The sentence of the review that the answer is about, in its own words. */
const firstPoint = ({ text, stars }: Message): string =>
  text
    .split(/(?<=[.!?؟…])\s+|\n+/u)
    .map((part) => part.trim())
    .find((part) => /\p{L}{2}/u.test(part)) ??
  (text || `${stars}/5`);

export const communityAnswers: Record<string, (call: ModelCall) => unknown> = {
  'reply-drafter': draftReply,
  'dm-responder': answerDirectMessage,
  'review-responder': answerReview,
  'tone-matcher': matchTone,
};
