// Skill crisis-response of the house model: three offers out of the alarm's own figures, nothing admitted that is not known, nothing promised. Called by public-relations.ts.
import type { ModelCall } from '../../../models/types.ts';
import { fold, tidy } from '../../fold.ts';
import { fill } from '../../grammar/fill.ts';
import { isIn } from '../content-writing/material.ts';
import { readIntents } from '../community/intents.ts';
import { hostileRule } from '../../../crawler/hostile-text.ts';
import { numberAt, rowsInside, textAt } from '../material.ts';
import { brandOf, cut, fieldsOf, requestOf, textsOf } from '../read-input.ts';
import { crisisWords } from './crisis-words.ts';

/** Words that strangers share may stand in our answer only when they are one word and promise nothing. */
const isPlainWord = (word: string): boolean =>
  /^[\p{L}\p{M}'’-]{3,30}$/u.test(word) &&
  readIntents(fold(tidy(word))).every((intent) => intent === 'complaint' || intent === 'health') &&
  hostileRule(word) === null;

export function answerCrisis(call: ModelCall) {
  const { language, facts } = call;
  const brand = brandOf(call);
  const said = crisisWords[language];
  const alarm = fieldsOf(facts.input.alarm);
  const quotes = rowsInside(alarm)
    .map((row) => textAt(row, 'quote', 'text', 'body'))
    .filter(Boolean);
  const negative = numberAt(alarm, 'negative_last_hour', 'negative', 'count') ?? quotes.length;
  const authors = numberAt(alarm, 'authors') ?? 0;
  const topic = textsOf(alarm.topic).filter(isPlainWord).slice(0, 3);
  const owner = requestOf(facts).trim();
  const told = isIn(owner, language) && owner.split(/\s+/).length >= 4 && owner.length <= 300 ? owner.replace(/[.\s]+$/u, '') : '';
  const heard = fold(tidy([...quotes, ...topic, owner].join('\n')));
  const isGrave =
    readIntents(heard).some((intent) => ['health', 'child', 'law', 'threat'].includes(intent)) ||
    /discrimin|racis|donnees|data|fanavakavahana|تمييز|عنصري/u.test(heard);
  const familiar = brand.voice.address === 'familiar';
  const words = topic.join(language === 'ar' ? '، ' : ', ');
  const slots = {
    brand: brand.name,
    phone: brand.phone,
    // whose illness it is belongs to nobody else's eyes
    topic: isGrave ? '' : words,
    words,
    told,
    negative: String(negative),
    authors: authors > 0 ? String(authors) : '',
  };
  const put = (phrase: string) => fill(phrase, slots, familiar) ?? '';
  const all = (phrases: string[]) => phrases.map(put).filter(Boolean).join(' ');
  const unified = all([said.seen, said.known, isGrave ? said.care : said.working, said.reach, said.sign]);
  const apology = all([said.sorry, said.known, isGrave ? said.care : said.listening, said.reach, said.sign]);
  const pause = all([said.pause, said.reach, said.sign]);
  // nothing is owned before it is known: the short answer goes first, the apology when the owner has said what happened
  const recommended = told && !isGrave ? 'apology_post' : 'unified_response';
  const offers = [
    {
      kind: 'unified_response',
      headline: said.headlines.unified,
      body: unified,
      because: put(said.because.unified),
      risk: said.risks.unified,
    },
    { kind: 'pause_ads', headline: said.headlines.pause, body: pause, because: put(said.because.pause), risk: said.risks.pause },
    {
      kind: 'apology_post',
      headline: said.headlines.apology,
      body: apology,
      because: put(told ? said.because.apology : said.because.early),
      risk: said.risks.apology,
    },
  ];
  return {
    say: put(isGrave ? said.say.grave : said.say.plain),
    reading: cut(all([said.reading.count, said.reading.topic, told ? said.reading.owner : said.reading.unknown]), 500),
    responsibility: 'unknown',
    offers: offers.map((offer) => ({
      ...offer,
      recommended: offer.kind === recommended,
      body: cut(offer.body, 1500),
      because: cut(offer.because, 300),
    })),
    body: cut(recommended === 'apology_post' ? apology : unified, 1500),
    facts_to_get: (isGrave ? said.ask.grave : said.ask.plain).map(([question, who]) => ({ question, who })),
    do_not: said.never,
    stop_posting: isGrave || negative >= 5,
  };
}
