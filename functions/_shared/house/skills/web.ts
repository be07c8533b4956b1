// Web answers of the house model: what keeps visitors of a page from acting, and one test. Spread in house/index.ts.
import type { BrandDna } from '../../payloads.ts';
import type { ModelCall } from '../../models/types.ts';
import { sayPrice } from '../brand-facts.ts';
import { contactsOf } from '../contacts.ts';
import { fold, tidy } from '../fold.ts';
import { grammars } from '../grammar/all.ts';
import { capitalise } from '../grammar/fill.ts';
import { shortPlace } from '../place.ts';
import { customerTexts } from '../read-work.ts';
import { readTokens } from '../read-tokens.ts';
import { numberAt, rowsInside, sentencesOf, textAt } from './material.ts';
import { brandOf, cut, fieldsOf, rowsOf } from './read-input.ts';
import { pageWords, type Obstacle } from './web/page-words.ts';

type Found = {
  obstacle: Obstacle;
  where: string;
  quote: string;
  weight: 'high' | 'medium' | 'low';
  basis: 'figure' | 'judgement';
  values?: Record<string, string>;
};

/** Visitors of both halves together: two-sided 5 %, power 80 %, a lift of a quarter. */
export function visitorsNeeded(rate: number): number {
  if (!(rate > 0 && rate < 0.8)) return 0;
  const better = rate * 1.25;
  const mean = (rate + better) / 2;
  const half =
    (1.96 * Math.sqrt(2 * mean * (1 - mean)) + 0.84 * Math.sqrt(rate * (1 - rate) + better * (1 - better))) ** 2 / (better - rate) ** 2;
  return Math.ceil(half) * 2;
}

const firm = /^(?:nous |notre |depuis |bienvenue|we |our |welcome|izahay|tongasoa|نحن|مرحبا بكم في)/u;

/** What the page shows: its texts, where the first line stands, how many fields a form has. */
function readPage(page: unknown) {
  const texts = customerTexts(page);
  const text = texts.join('\n');
  const form = rowsInside(page).find((row) => textAt(row, 'kind') === 'form' || Array.isArray(row.fields));
  const fields = form ? Math.max(rowsOf(form.items).length, Array.isArray(form.fields) ? form.fields.length : 0) : 0;
  const hero = rowsInside(page).find((row) => textAt(row, 'kind') === 'hero');
  const first = (hero && textAt(hero, 'heading')) || textAt(page, 'headline') || sentencesOf(text)[0] || '';
  return {
    text,
    first,
    fields,
    letters: text.length,
    hasButton:
      Boolean(textAt(page, 'button')) || rowsInside(page).some((row) => textAt(row, 'button', 'label') || textAt(row, 'kind') === 'form'),
  };
}

function findObstacles(page: ReturnType<typeof readPage>, brand: BrandDna, figures: unknown): Found[] {
  const { tokens } = readTokens(page.text, brand);
  const has = (type: string) => tokens.some(({ fact }) => fact.type === type);
  const visits = numberAt(figures, 'visits', 'visitors', 'sessions');
  const seconds = numberAt(figures, 'seconds', 'load_seconds', 'largest_paint_seconds');
  const started = numberAt(figures, 'form_started', 'forms_opened');
  const sent = numberAt(figures, 'form_sent', 'forms');
  const found: Found[] = [];
  if (seconds !== null && seconds > 3)
    found.push({ obstacle: 'slow', where: 'page', quote: '', weight: 'high', basis: 'figure', values: { seconds: String(seconds) } });
  if (started !== null && sent !== null && started > 0 && sent / started < 0.5)
    found.push({
      obstacle: 'form_too_hard',
      where: 'form',
      quote: '',
      weight: 'high',
      basis: 'figure',
      values: { sent: String(sent), started: String(started), fields: String(page.fields) },
    });
  else if (page.fields > 4)
    found.push({
      obstacle: 'form_too_hard',
      where: 'form',
      quote: '',
      weight: 'medium',
      basis: 'judgement',
      values: { fields: String(page.fields), sent: '', started: '' },
    });
  if (firm.test(fold(tidy(page.first))))
    found.push({ obstacle: 'unclear_offer', where: 'hero', quote: page.first, weight: 'high', basis: 'judgement' });
  if (!has('price') && brand.services.some(({ price }) => price))
    found.push({ obstacle: 'missing_price', where: 'offer', quote: page.first, weight: 'high', basis: 'judgement' });
  if (!has('place') && !fold(tidy(page.text)).includes(fold(tidy(shortPlace(brand.place) || '\u0001'))))
    found.push({ obstacle: 'missing_trust', where: 'place', quote: '', weight: 'medium', basis: 'judgement' });
  if (!page.hasButton && !has('phone'))
    found.push({ obstacle: 'no_next_step', where: 'closing', quote: '', weight: 'high', basis: visits !== null ? 'figure' : 'judgement' });
  if (page.letters > 3500)
    found.push({
      obstacle: 'too_long',
      where: 'page',
      quote: '',
      weight: 'low',
      basis: 'judgement',
      values: { letters: String(page.letters) },
    });
  const order = { high: 0, medium: 1, low: 2 };
  return found
    .toSorted((a, b) => order[a.weight] - order[b.weight] || Number(b.basis === 'figure') - Number(a.basis === 'figure'))
    .slice(0, 8);
}

function optimizeConversion(call: ModelCall) {
  const { facts, language } = call;
  const brand = brandOf(call);
  const said = pageWords[language];
  const page = readPage(facts.input.page);
  const figures = fieldsOf(facts.input.figures);
  const found = findObstacles(page, brand, figures);
  const put = (text: string, values: Record<string, string> = {}) =>
    text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');
  const visits = numberAt(figures, 'visits', 'visitors', 'sessions');
  const acted = numberAt(figures, 'form_sent', 'forms', 'clicks', 'calls', 'conversions');
  const rate = visits && acted !== null ? acted / visits : 0;
  const contacts = contactsOf(brand, language);
  const at = grammars[language].sayAt(shortPlace(brand.place));
  const [service] = brand.services.toSorted((a, b) => Number(Boolean(b.price)) - Number(Boolean(a.price)));
  const thing = service ? [service.name, sayPrice(service, language)].filter(Boolean).join(language === 'fr' ? ' : ' : ': ') : brand.name;
  const line = capitalise([thing, at].filter(Boolean).join(language === 'ar' ? '، ' : ', '));
  const [first] = found;
  const isContact = first?.obstacle === 'no_next_step' || first?.obstacle === 'form_too_hard';
  const after = isContact ? contacts.call || contacts.write : first?.obstacle === 'missing_trust' ? contacts.where || contacts.write : line;
  const { tokens } = readTokens(page.text, brand);
  const kept = [
    tokens.some(({ fact }) => fact.type === 'price') ? said.keep.price : '',
    tokens.some(({ fact }) => fact.type === 'phone') ? said.keep.phone : '',
    page.hasButton ? said.keep.button : '',
    page.letters <= 3500 && page.text ? said.keep.short : '',
  ].filter(Boolean);
  return {
    say: first ? put(said.say.found, { obstacle: said.names[first.obstacle] }) : said.say.none,
    obstacles: found.map(({ where, quote, obstacle, basis, weight, values = {} }) => ({
      where: said.places[where as keyof typeof said.places] ?? where,
      quote: cut(quote, 200),
      obstacle,
      because: cut(put(values.sent ? said.because.form_counted : said.because[obstacle], { ...values, thing }), 300),
      basis,
      weight,
    })),
    test: {
      hypothesis: put(said.hypothesis, { obstacle: first ? said.names[first.obstacle] : said.names.unclear_offer }),
      change: put(isContact ? said.changes.contact : said.changes.line, { line: after }),
      before: cut(isContact ? '' : page.first, 300),
      after: cut(after, 300),
      metric: isContact && contacts.call ? 'call_tapped' : page.fields > 0 ? 'form_sent' : 'clicked',
      visitors_needed: visitorsNeeded(rate),
    },
    keep: kept.slice(0, 4),
  };
}

export const webAnswers: Record<string, (call: ModelCall) => unknown> = { 'conversion-optimizer': optimizeConversion };
