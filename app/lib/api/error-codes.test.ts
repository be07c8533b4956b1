// Every code that SQL, the functions or the app raises has its own sentence in four languages: what happened, and what to do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runFailure } from '$lib/i18n/run-failures.ts';
import { locales, overwriteGetLocale } from '$paraglide/runtime';
import { m } from '$paraglide/messages';
import { sentenceFor } from './error-sentences.ts';

const root = join(import.meta.dirname, '../../..');

/** Codes that no screen shows, and who reads them. */
const forPrograms: Record<string, string> = {
  catalog_invalid: 'npm run catalog',
  client_key_missing: 'the caller’s own mistake: the app always sends one',
  decisions_invalid: 'the caller’s own mistake: the app sends well-formed lists',
  record_is_permanent: 'who writes SQL by hand',
  claim_lost: 'the worker, which leaves the step to another',
  method_not_allowed: 'who calls run-steps by hand',
  not_the_worker_secret: 'who calls run-steps by hand',
  message_malformed: 'an admin, as an alert',
  step_unknown: 'an admin, as an alert',
  step_dead: 'an admin, as an alert',
  tick_failed: 'an admin, as an alert',
  job_failed: 'an admin, as an alert',
  agent_unwell: 'an admin, as an alert',
  cost_spike: 'an admin, as an alert',
  guard_blocked: 'an admin, as an alert',
  guard_suspects: 'an admin, as an alert',
  integration_expiring: 'an admin, as an alert',
  reply_not_started: 'an admin, as an alert',
  channel_unknown: 'the caller’s own mistake: the app offers the two channels',
  message_failed: 'an admin, as an alert',
  delivery_failed: 'an admin, as an alert',
  edit_dropped: 'a chat, which has words of its own for it',
  agent_file_unknown: 'the caller’s own mistake: the app offers the three files',
  not_an_agent: 'who programs a registered agent',
  not_registered: 'who programs a registered agent',
  registration_invalid: 'who programs a registered agent',
  report_invalid: 'who programs a registered agent',
  output_invalid: 'who programs a registered agent',
  skill_refused: 'an admin, as an alert',
  audit_heads_waiting: 'an admin, as an alert',
  autonomy_failed: 'an admin, as an alert',
  month_is_not_whole: 'the function keep-audit, which tries again',
  too_large: 'the platform that posts a webhook',
  try_again: 'the platform that posts a webhook',
  unknown: 'worker.settle_delivery, for a worker that says nothing',
  stopped: 'the app: what was going out waits for a person',
  decided: 'the app: the decision was made',
  invited: 'the app: a mail is on its way',
};

function textOf(folder: string, ending: string, leftOut = /^$/): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const own = files.filter(
    (file) => file.endsWith(ending) && !file.includes('.test.') && !file.includes('paraglide') && !leftOut.test(file),
  );
  return own.map((file) => readFileSync(join(root, folder, file), 'utf8')).join('\n');
}
const found = (text: string, ...patterns: RegExp[]): string[] =>
  [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)))].sort();

const sql = textOf('migrations', '.sql');
const functions = textOf('functions', '.ts');
// a skill's own findings carry codes too, which are no errors; what became of a delivery is read in the log and in the alert delivery_failed
const shells = textOf('functions', '.ts', /skills\/|platforms\/|channels\/|^deliver\//);
const app = textOf('app/lib', '.ts');
const union = (name: string) => found(new RegExp(`export type ${name} =([^;]*);`).exec(functions)?.[1] ?? '', /'([a-z_]+)'/g);

/** Raised to who asked: a verb's refusal, a decision's outcome, what the app itself finds. */
const answers = [
  ...found(
    sql,
    /engine\.fail\(\s*'NX\d+',\s*'([a-z_]+)'/g,
    /errcode = 'NX\d+', message = '([a-z_]+)'/g,
    /outcome\('([a-z_]+)'/g,
    /'outcome', '([a-z_]+)'/g,
  ),
  ...found(app, /appError\('([a-z_]+)'/g),
  ...found(shells, /\bcode: '([a-z_]+)'/g),
];
/** Stored with a run that stopped. */
const failures = [
  ...found(
    sql,
    /stop_run\([^;]*?'failed',\s*'([a-z_]+)'/g,
    /end_step\([^;]*?'failed',\s*'([a-z_]+)'/g,
    /worker\.fail\([^;]*?,\s*'([a-z_]+)'/g,
    /fail_step\([^;']*'([a-z_]+)'/g,
    /error_code = '([a-z_]+)' where/g,
    /'blocked', '([a-z_]+)'/g,
    /bury_message\([^;]*'([a-z_]+)'\)/g,
    /raise_alert\([^;]*?'(?:info|warning|critical)',\s*'([a-z_]+)'/g,
  ),
  ...found(functions, /new SkillError\(\s*'([a-z_]+)'/g),
  ...union('CrawlErrorCode').map((code) => `site_${code}`),
  ...union('ModelErrorCode').map((code) => `model_${code}`),
  'brand_dna_invalid',
  'engine_step_failed',
  'unexpected',
];

const detail = { limit: 3, score: 40 };
const heard = (codes: string[], ...wanted: string[]) => expect(codes).toEqual(expect.arrayContaining(wanted));

test('the walk finds the codes of every room', () => {
  heard(answers, 'tenant_mismatch', 'daily_tasks_spent', 'record_is_permanent', 'stale', 'offline', 'not_the_worker_secret');
  heard(
    failures,
    'quality_too_low',
    'agent_unknown',
    'worker_lost',
    'no_model_route',
    'output_malformed',
    'site_hostile',
    'site_timeout',
    'model_refused',
    'message_malformed',
  );
});

describe.each(locales)('in %s', (locale) => {
  const inLocale = <T>(speak: () => T): T => {
    overwriteGetLocale(() => locale);
    return speak();
  };
  const shown = (codes: string[]) => codes.filter((code) => !(code in forPrograms));
  /** Two thoughts at least: what happened, what to do. */
  const isWhole = (sentence: string) => sentence.split(/[.:;؛!?؟،,]\s+/).length >= 2 && !/undefined|NaN|\{/.test(sentence);

  test.each(shown(answers))('%s', (code) => {
    const sentence = inLocale(() => sentenceFor(code, detail));
    if (code !== 'unexpected') expect(sentence).not.toBe(inLocale(() => m.error_unexpected()));
    expect(sentence).toSatisfy(isWhole);
  });

  test.each(shown(failures))('a run that failed: %s', (code) => {
    expect(inLocale(() => runFailure(code, detail))).toSatisfy((sentence: string | null) => sentence !== null && isWhole(sentence));
  });
});

test('no code is listed as one for programs that nobody raises', () => {
  const raised = new Set([...answers, ...failures]);
  expect(Object.keys(forPrograms).filter((code) => !raised.has(code))).toEqual([]);
});
