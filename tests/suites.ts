// Runs the suites one after the other and sums what their reporters counted. Called by run.mjs; the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, hasBus } from './chromium.ts';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

type Count = { passed: number; failed: number };
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
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
});

/** Reads a reporter's JSON; a tool that died without one, or failed without naming a test, counts as one failure. */
function read<Report>(file: string, code: number, count: (report: Report) => Count): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const counted = count(JSON.parse(readFileSync(file, 'utf8')) as Report);
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function vitest(): Promise<Count> {
  const file = join(results, 'vitest.json');
  const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return read<{ numPassedTests: number; numFailedTests: number }>(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

async function pgtap(): Promise<Count> {
  const file = join(results, 'pgtap.json');
  return read<Count>(file, await run('node', ['tests/pgtap.ts', '--json', file]), (report) => report);
}

async function playwright(): Promise<Count> {
  if (!hasBus())
    console.log(
      'No dbus-daemon here (Debian: apt-get install dbus-daemon): in CI the journey of the lock screen fails, elsewhere it is left out.',
    );
  const file = join(results, 'playwright.json');
  const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return read<{ stats: { expected: number; unexpected: number; flaky: number } }>(file, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

const suites: Suite[] = [
  {
    name: 'types',
    run: async () => {
      await run('node', ['i18n.config.ts']);
      await run('svelte-kit', ['sync']);
      return sum([
        await one('svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human'),
        await one('tsc', '-p', 'tsconfig.json', '--noEmit'),
      ]);
    },
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
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
