// The process behind `npm start`: one data folder, one address, until Ctrl-C. Started by start.mjs on Node 24.
//   NEXIO_DATA=<folder>  data folder, default .data        PORT=<number>  default 5640
//   DATABASE_URL=<url>   a Postgres server instead of the embedded database
//   --reset              deletes the data folder first
import { readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { boot, type Stack } from './boot.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { EditedMigrationError, MigrationError } from './migrations.ts';
import { projectDir } from './paths.ts';
import { startRenderWorker } from './render-worker.ts';

const defaultPort = 5640;

async function main(): Promise<void> {
  const started = performance.now();
  const port = Number(process.env.PORT || defaultPort);
  const dataDir = folder(process.env.NEXIO_DATA || '.data');
  const lock = lockFolder(dataDir);
  process.on('exit', () => lock.release());
  if (process.argv.includes('--reset')) reset(dataDir);

  const log = progress(started);
  const stack = boot({ dataDir, port, databaseUrl: process.env.DATABASE_URL || undefined, log }).then((booted) =>
    withRenderWorker(booted, log),
  );
  stopOnSignals(stack);
  const { url } = await stack;
  lock.tell(url);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`      ready after ${seconds} s. For trying and developing: one machine, no backups. Ctrl-C stops it.\n`);
  console.log(`  Nexio: ${url}\n`);
}

/** Videos are made beside the stack; it goes on without them where ffmpeg cannot run. */
async function withRenderWorker(stack: Stack, log: (line: string) => void): Promise<Stack> {
  try {
    const stopWorker = await startRenderWorker(stack);
    log('render worker started');
    return {
      ...stack,
      stop: async () => {
        await stopWorker();
        await stack.stop();
      },
    };
  } catch (error) {
    log(`no render worker, videos wait: ${error instanceof Error ? error.message : String(error)}`);
    return stack;
  }
}

function progress(started: number): (line: string) => void {
  let step = 0;
  return (line) => console.log(`      ${++step}. ${line} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

function folder(path: string): string {
  return isAbsolute(path) ? path : join(projectDir, path);
}

function reset(dataDir: string): void {
  console.log(`      Deleting all local data in ${dataDir}`);
  for (const name of readdirSync(dataDir))
    if (!name.startsWith('running.json')) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** Ctrl-C, kill, a closed terminal, and the end of start.mjs stop everything; a second signal does not wait. */
function stopOnSignals(starting: Promise<Stack>): void {
  let stoppingSince: number | null = null;
  const stop = (signal: string) => {
    if (stoppingSince !== null) {
      // the terminal and start.mjs both hand on one Ctrl-C
      if (performance.now() - stoppingSince > 1000) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    if (signal === 'SIGINT') console.log('\n      Stopping…');
    void starting
      .then((stack) => stack.stop())
      .catch(() => {})
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', () => stop('disconnect'));
}

function explain(error: unknown): string {
  if (error instanceof FolderInUse || error instanceof EditedMigrationError || error instanceof MigrationError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = process.env.PORT || defaultPort;
    return `Port ${port} is in use by another program. Choose another one, for example: PORT=${Number(port) + 1} npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

await main().catch((error: unknown) => {
  console.error(`\n${explain(error)}`);
  process.exit(1);
});
