// Runs supabase/tests/database/*.test.sql with pgTAP: on the embedded database when called by itself, on Postgres 17 by pg17/lane.ts.
// `node tests/pgtap.ts [--json file] [part of a file name …]`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boot } from '../local/boot.ts';
import { printTap, readTap, type TapReport } from './tap.ts';

const folder = join(import.meta.dirname, '../supabase/tests/database');

/** Runs many statements as superuser and gives the rows of each. */
export type RunAll = (sql: string) => Promise<Record<string, unknown>[][]>;

/** Each file is one session act: begin, plan, tests, finish, rollback. What it leaves open is rolled back here. Problems begin with their file. */
export async function runPgtap(runAll: RunAll, only: string[] = []): Promise<TapReport> {
  await runAll('create extension if not exists pgtap with schema extensions');
  const total: TapReport = { passed: 0, failed: 0, problems: [] };
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.test.sql') && (only.length === 0 || only.some((part) => file.includes(part))),
  );
  for (const file of files.toSorted()) {
    const report = await runAll(readFileSync(join(folder, file), 'utf8')).then(
      (results) => readTap(tapLines(results)),
      (error: unknown) => readTap([], explain(error)),
    );
    await runAll('rollback; reset role; reset all; set search_path = "$user", public, extensions');
    printTap(file, report);
    total.passed += report.passed;
    total.failed += report.failed;
    total.problems.push(...report.problems.map((problem) => `${file}: ${problem}`));
  }
  return total;
}

/** pgTAP's rows are the only ones of a single text column that read as TAP. */
function tapLines(results: Record<string, unknown>[][]): string[] {
  return results.flat().flatMap((row) => Object.values(row).filter((value): value is string => typeof value === 'string'));
}

function explain(error: unknown): string {
  const { message, detail, where } = error as { message?: string; detail?: string; where?: string };
  return [`ERROR: ${message ?? String(error)}`, detail, where].filter(Boolean).join(' | ');
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const json = args[0] === '--json' ? args.splice(0, 2)[1] : undefined;
  const stack = await boot({ dataDir: null, functions: null, app: null, jobs: false });

  try {
    const count = await runPgtap(stack.exec, args);
    if (json) writeFileSync(json, JSON.stringify(count));
    console.log(`${count.passed} passed, ${count.failed} failed`);
    process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
  } finally {
    await stack.stop();
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(explain(error));
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  });
}
