// The Postgres 17 lane of CI: migrations by the Supabase CLI, pgTAP, the CLI's gates, the engine under real concurrency.
// Ends with `N passed, N failed`. `node tests/pg17/lane.ts [port]`
import { existsSync, readFileSync } from 'node:fs';
import type { Sql } from 'postgres';
import { raceTheEngine } from '../engine/concurrency/run.ts';
import { runPgtap } from '../pgtap.ts';
import type { Count } from '../tap.ts';
import { judgeAdvice, readAllowances } from './advice.ts';
import { auditIsFoundByIndexes } from './audit-plans.ts';
import { bootOver, startSupabase } from './platform.ts';
import { generateTypes, readAdvice, typesFile } from './supabase-cli.ts';

const total: Count = { passed: 0, failed: 0 };

function report(name: string, problems: string[]): void {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`);
  for (const problem of problems) console.log(`    ${problem}`);
  if (problems.length === 0) total.passed++;
  else total.failed++;
}

async function pgtap(url: string): Promise<void> {
  const stack = await bootOver(url);
  try {
    const server = (stack.app.connection as unknown as { driver: Sql }).driver;
    const session = await server.reserve();
    const count = await runPgtap(async (sql) => {
      const results: unknown[] = await session.unsafe(sql).simple();
      return (Array.isArray(results[0]) ? results : [results]) as Record<string, unknown>[][];
    });
    session.release();
    total.passed += count.passed;
    total.failed += count.failed;
  } finally {
    await stack.stop();
  }
}

async function typesDrift(url: string): Promise<string[]> {
  const committed = existsSync(typesFile) ? readFileSync(typesFile, 'utf8') : '';
  return committed === (await generateTypes(url)) ? [] : ['supabase/database.types.ts is not what the migrations give. Run: npm run types'];
}

async function gate(name: string, check: () => string[] | Promise<string[]>): Promise<void> {
  const problems = await Promise.resolve()
    .then(check)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  report(name, problems);
}

try {
  const cluster = await startSupabase(Number(process.argv[2] ?? 5718), false);
  report('supabase db push applies every migration to an empty server', []);
  try {
    await gate('supabase gen types gives the committed types', () => typesDrift(cluster.url));
    await gate('supabase db advisors has nothing to say beyond the allowed', () => judgeAdvice(readAdvice(cluster.url), readAllowances()));
    await pgtap(cluster.url);
    await gate('the audit of 120,000 events is found by its indexes, whatever the filter', () => auditIsFoundByIndexes(cluster.url));
    for (const { name, problems } of await raceTheEngine(cluster.url)) report(name, problems);
  } finally {
    await cluster.stop();
  }
} catch (error) {
  report('the lane runs to its end', [error instanceof Error ? error.message : String(error)]);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
