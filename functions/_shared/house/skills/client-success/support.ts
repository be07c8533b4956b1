// Skills feature-explainer, troubleshooter and ticket-creator of the house model: only what the help and the system say, the rest goes to a person. Called by client-success.ts.
import type { ModelCall } from '../../../models/types.ts';
import { fold, tidy } from '../../fold.ts';
import { findText, listAt, rowsInside, sentencesOf, textAt, type Row } from '../material.ts';
import { cut, fieldsOf, rowsOf } from '../read-input.ts';
import { cures, type Cause } from './cause-words.ts';
import { supportWords } from './explain-words.ts';

const questionOf = ({ facts }: ModelCall): string => findText(facts.input.input, 'question', 'text', 'body', 'message');
const words = (text: string): string[] => fold(tidy(text)).match(/[\p{L}]{4,}/gu) ?? [];

/** Passages of the help, best first: in the reader's language before others, then by likeness. */
function helpOf({ facts, language }: ModelCall): Row[] {
  return rowsOf(facts.input.passages)
    .filter((row) => textAt(row, 'text'))
    .toSorted(
      (a, b) => Number(b.language === language) - Number(a.language === language) || Number(b.likeness ?? 0) - Number(a.likeness ?? 0),
    );
}

/** The sentences that speak of the question first, in the order of the page. */
function answering(text: string, question: string): { first: string; rest: string[] } {
  const asked = words(question).map((word) => word.slice(0, 5));
  const sentences = sentencesOf(text);
  const hits = sentences.map((sentence) => asked.filter((stem) => words(sentence).some((word) => word.startsWith(stem))).length);
  const best = Math.max(0, hits.indexOf(Math.max(...hits)));
  return { first: sentences[best] ?? text, rest: sentences.filter((_sentence, index) => index !== best) };
}

export function explainFeature(call: ModelCall) {
  const said = supportWords[call.language];
  const [page] = helpOf(call);
  const source = page ? textAt(page, 'id') : '';
  if (!page || !source) return { say: said.notFound, body: said.notInHelp, steps: [], sources: [], available: 'unknown', confidence: 0.2 };
  const isForeign = textAt(page, 'language') !== '' && textAt(page, 'language') !== call.language;
  const { first, rest } = answering(textAt(page, 'text'), questionOf(call));
  const route = textAt(page, 'route').slice(0, 80);
  return {
    say: said.found.replace('{title}', textAt(page, 'title')),
    body: cut(isForeign ? said.otherLanguage.replace('{text}', `« ${first} »`) : first, 900),
    steps: isForeign ? [] : rest.slice(0, 5).map((text, index) => ({ text: cut(text, 160), route: index === 0 ? route : '' })),
    sources: [source.slice(0, 120)],
    available: 'yes',
    confidence: isForeign ? 0.35 : 0.8,
  };
}

/** What a code of the system means; the first that fits is taken. */
const codes: [Cause, RegExp][] = [
  ['account_expired', /expired|revoked/],
  ['account_missing', /account_(?:missing|unknown)|not_connected|key_missing|missing_account/],
  ['budget_spent', /budget/],
  ['plan_limit', /limit_reached|plan_limit|too_many|plan_/],
  ['no_right', /permission|not_allowed|forbidden|no_right|only_an_owner|not_an?_/],
  ['offline', /offline|no_network/],
  ['our_fault', /run_unexpected|worker_lost|skill_unknown|agent_unknown|output_malformed|internal/],
  ['outside_service', /timeout|unavailable|rate_limited|unreachable|busy|model_/],
  ['wrong_input', /invalid|input_|bad_address|not_html|not_found|empty|too_large/],
];

type Sign = { cause: Cause; code: string; account: string; reference: string };

/** The newest fact of the system that explains the trouble. */
function readState(state: unknown): Sign[] {
  return rowsInside(state).flatMap((row) => {
    const code = textAt(row, 'error_code', 'code', 'error', 'status', 'state');
    const cause = codes.find(([, pattern]) => pattern.test(code))?.[0];
    const isTold = ['error_code', 'code', 'error'].some((name) => row[name]);
    if (!code || (!cause && !isTold)) return [];
    if (!cause && /^(?:done|ok|connected|active|running|online|complete)/.test(code)) return [];
    const given = fieldsOf(row);
    const [reference = ''] = ['run_id', 'step_id', 'approval_id', 'id'].map((name) => String(given[name] ?? '')).filter(Boolean);
    return [{ cause: cause ?? ('unknown' as const), code, account: textAt(row, 'account', 'name', 'platform', 'integration'), reference }];
  });
}

const isAngry = (question: string) =>
  /(?<!\p{L})(?:personne|humain|quelqu'un|person|human|someone|olona|شخص|انسان)(?!\p{L})/u.test(fold(tidy(question)));
const isGrave = (question: string) =>
  /(?<!\p{L})(?:pirat\p{L}*|vole\p{L}*|debite\p{L}*|paye deux fois|autre entreprise|hacked|stolen|charged|someone else's|nangalatra|voasoloky|vola lasa|مسروق|اختراق|خصمتم|سحبتم)/u.test(
    fold(tidy(question)),
  );

export function troubleshoot(call: ModelCall) {
  const said = supportWords[call.language];
  const question = questionOf(call);
  const signs = readState(call.facts.input.state);
  const sign = signs.find(({ cause }) => cause !== 'unknown') ?? signs[0];
  const cause = sign?.cause ?? 'unknown';
  const { happened, step, who, route } = cures[call.language][cause];
  const put = (text: string) => text.replace('{account}', sign?.account || 'Nexio');
  const isWaiting = rowsInside(call.facts.input.state).some((row) =>
    /^(?:waiting|ready|blocked|paused)/.test(textAt(row, 'status', 'state')),
  );
  const [page] = helpOf(call);
  const asksPerson = isAngry(question);
  const escalate = cause === 'unknown' || cause === 'our_fault' || asksPerson || isGrave(question);
  const fromHelp =
    page && textAt(page, 'language') === call.language && cause !== 'unknown' ? answering(textAt(page, 'text'), question).first : '';
  return {
    say: cut(cause === 'unknown' ? said.unsure : said.told.replace('{cause}', put(happened)), 500),
    body: cut([put(happened), put(step), isWaiting ? said.waits : '', escalate ? said.person : ''].filter(Boolean).join(' '), 1200),
    cause,
    evidence: signs.slice(0, 5).map(({ code, account, reference }) => cut([code, account, reference].filter(Boolean).join(' · '), 200)),
    steps: [
      { text: cut(put(step), 200), route, who },
      ...(fromHelp ? [{ text: cut(fromHelp, 200), route: textAt(page, 'route').slice(0, 80), who: 'you' as const }] : []),
    ],
    solved_likely: escalate ? 0.2 : 0.7,
    escalate,
    escalate_reason: escalate ? (cause === 'our_fault' ? put(happened) : cause === 'unknown' ? said.unsure : said.person) : '',
  };
}

/** Telephones, addresses and mails of people have no place in a ticket. */
const withoutPrivate = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '…')
    .replace(/\+?\d[\d .-]{7,}\d/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

const kinds: [string, RegExp][] = [
  ['security', /pirat\p{L}*|mot de passe|hacked|password|account taken|tenimiafina|nangalatra|اختراق|كلمة السر/u],
  ['data', /autre entreprise|donnees d'un autre|someone else's|another company|orinasa hafa|شركة اخري|بيانات غيري/u],
  ['billing', /factur\p{L}*|debite\p{L}*|paiement|paye|remboursement|invoice|charged|payment|refund|faktiora|vola|فاتورة|دفع|خصمتم/u],
  ['wish', /j'aimerais (?:pouvoir|avoir)|ce serait bien|it would be nice|could you add|i wish|mba asio|tiako raha|اتمني|لو امكن/u],
  [
    'fault',
    /marche pas|fonctionne pas|bloque\p{L}*|erreur|echou\p{L}*|bug|not work\p{L}*|broken|fail\p{L}*|error|stuck|tsy mandeha|tsy mety|mijanona|لا يعمل|خطا|معطل|متوقف/u,
  ],
];

export function createTicket(call: ModelCall) {
  const said = supportWords[call.language].ticket;
  const { input, state } = call.facts.input;
  const given = fieldsOf(input);
  const turns = [...listAt(input, 'conversation', 'messages')]
    .map((turn) => (typeof turn === 'string' ? turn : textAt(turn, 'text', 'body', 'message')))
    .filter(Boolean);
  const question = withoutPrivate(questionOf(call) || turns[0] || '');
  const folded = fold(tidy([question, ...turns].join('\n')));
  const signs = readState(state);
  const [sign] = signs;
  const kind = kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? (sign ? 'fault' : 'question');
  const stops =
    ['security', 'data'].includes(kind) ||
    (kind === 'billing' && isGrave(question)) ||
    /rien|plus rien|nothing|at all|tsy mety mihitsy|mijanona|لا شيء|متوقف/u.test(folded);
  const screen = textAt(given, 'screen');
  const title = cut([screen, sentencesOf(question)[0] ?? question].filter(Boolean).join(' : ') || said.unknownTitle, 100);
  const advised = [call.facts.outputs.troubleshoot, call.facts.outputs.explain]
    .flatMap((output) => listAt(output, 'steps').map((step) => textAt(step, 'text')))
    .filter(Boolean);
  const references = [
    ...new Set(
      rowsInside([input, state]).flatMap((row) => ['run_id', 'step_id', 'approval_id', 'content_id', 'id'].map((name) => row[name])),
    ),
  ].filter((one): one is string | number => (typeof one === 'string' && one !== '') || typeof one === 'number');
  const missing = [
    folded.match(/\d|hier|omaly|yesterday|today|aujourd|androany|اليوم|امس/u) ? '' : said.when,
    screen ? '' : said.screen,
    textAt(given, 'device') || findText(state, 'device', 'browser') ? '' : said.device,
  ];
  const happened = [
    ...turns.slice(1).map(withoutPrivate),
    ...signs.slice(0, 3).map(({ code, account }) => [code, account].filter(Boolean).join(' · ')),
  ].filter(Boolean);
  return {
    say: said.say.replace('{title}', title),
    title,
    wanted: cut(question || said.unknownTitle, 300),
    happened: cut(happened.join(' — ') || question || said.unknownTitle, 600),
    tried: advised.slice(0, 8).map((one) => cut(one, 160)),
    kind,
    severity: stops ? 'blocks_work' : kind === 'fault' || kind === 'billing' ? 'hinders' : 'minor',
    references: references.slice(0, 10).map((one) => String(one).slice(0, 80)),
    body: [said.body, stops ? said.urgent : said.meanwhile].join(' '),
    missing: missing.filter(Boolean).slice(0, 3),
  };
}
