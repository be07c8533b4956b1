// Runs the suites one after the other and sums what their reporters counted. Called by run.mjs; the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureChromium, hasBus } from './chromium.ts';
import type { TapReport } from './tap.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

/** `lost` names what failed, for the list at the end: a machine that keeps only the last page of a run keeps that. */
type Count = { passed: number; failed: number; lost?: string[] };
type Suite = { name: string; needsBrowser?: boolean; run: () => Promise<Count> };

/** Ends with the exit code; the child has a process group of its own, so that nothing it started outlives it. */
async function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // the group is gone already
    }
  };
  process.once('exit', end);
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('close', (exit) => done(exit ?? 1));
  });
  end();
  process.off('exit', end);
  return code;
}

/** A tool that only passes or fails counts as one test. */
async function one(command: string, ...args: string[]): Promise<Count> {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, lost: [[command, ...args].join(' ')] };
}

const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
  lost: counts.flatMap((count) => count.lost ?? []),
});

/** Reads a reporter's JSON; a tool that died without one, or failed without naming a test, counts as one failure. */
function read<Report>(file: string, code: number, count: (report: Report) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, lost: [`no report, exit code ${code}`] };
  const counted = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1, lost: [`no test failed, exit code ${code}`] } : counted;
}

async function vitest(): Promise<Count> {
  const file = join(results, 'vitest.json');
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  type Test = { status: string; fullName: string; failureMessages: string[] };
  type Report = { numPassedTests: number; numFailedTests: number; testResults: { name: string; assertionResults: Test[] }[] };
  return read<Report>(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    lost: report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${relative(root, name)} › ${fullName}: ${firstLine(failureMessages[0])}`),
    ),
  }));
}

const firstLine = (text = '') => text.slice(0, 500).split('\n')[0];

async function pgtap(): Promise<Count> {
  const file = join(results, 'pgtap.json');
  return read<TapReport>(file, await run('node', ['tests/pgtap.ts', '--json', file]), ({ problems, ...count }) => ({
    ...count,
    lost: problems,
  }));
}

async function playwright(): Promise<Count> {
  if (!hasBus())
    console.log(
      'No dbus-daemon here (Debian: apt-get install dbus-daemon): in CI the journey of the lock screen fails, elsewhere it is left out.',
    );
  const file = join(results, 'playwright.json');
  const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  type Test = { projectName: string; status: string };
  type Specs = { specs?: { title: string; file: string; tests: Test[] }[]; suites?: Specs[] };
  const lost = ({ specs = [], suites = [] }: Specs): string[] => [
    // `ok` of a spec is its first project's
    ...specs.flatMap((spec) =>
      spec.tests.filter(({ status }) => status === 'unexpected').map(({ projectName }) => `${spec.file} › ${spec.title} [${projectName}]`),
    ),
    ...suites.flatMap(lost),
  ];
  return read<Specs & { stats: { expected: number; unexpected: number; flaky: number } }>(file, code, (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    lost: lost(report),
  }));
}

const suites: Suite[] = [
  {
    name: 'types',
    run: async () =>
      sum([
        await one('svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human'),
        await one('tsc', '-p', 'tsconfig.json', '--noEmit'),
      ]),
  },
  { name: 'lint', run: async () => sum([await one('oxlint'), await one('prettier', '--check', '--log-level', 'warn', '.')]) },
  { name: 'units', needsBrowser: true, run: vitest },
  ...(existsSync(join(root, 'tests/pgtap.ts')) ? [{ name: 'pgtap', run: pgtap }] : []),
  ...(globSync('tests/e2e/**/*.spec.ts', { cwd: root }).length > 0 ? [{ name: 'journeys', needsBrowser: true, run: playwright }] : []),
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite called ${unknown.join(', ')}. There are: ${suites.map((suite) => suite.name).join(', ')}.`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
// every suite reads what these write
await run('node', ['i18n.config.ts']);
await run('svelte-kit', ['sync']);
const counts: Count[] = [];
for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${suite.name} ──`);
  const from = performance.now();
  if (suite.needsBrowser) ensureChromium();
  const count = await suite.run();
  console.log(`── ${suite.name}: ${count.passed} passed, ${count.failed} failed (${Math.round((performance.now() - from) / 1000)} s)`);
  counts.push(count);
}
const total = sum(counts);
for (const name of total.lost ?? []) console.log(`✗ ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
