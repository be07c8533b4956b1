// `npm run audit [-- --heads <file or folder>] [--archive <file or folder>] [database url]`: verifies that no event of any tenant was changed, removed,
// inserted or moved since it was sealed. Without a url: DATABASE_URL, else the local data folder (NEXIO_DATA, default .data), running or not.
// Ends with 0 when all is whole, 1 with findings, 2 when it could not look.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres, { type ParameterOrJSON } from 'postgres';
import { readArchive } from './audit/archive.ts';
import { isWhole, printReport } from './audit/report.ts';
import { verifyAudit, type ChainReport, type Heads } from './audit/verify.ts';
import { openPglite } from './database.ts';
import { FolderInUse, lockFolder } from './folder-lock.ts';
import { projectDir } from './paths.ts';

export interface AuditRequest {
  heads: Heads[];
  /** where the archive lies on this machine */
  archive?: string;
}

const optionsOf = ({ heads, archive }: AuditRequest) => ({ heads, archive: archive === undefined ? undefined : readArchive(archive) });

/** Over a connection to a server; its user must read schema engine (the owner, or a superuser). */
export async function auditServer(url: string, request: AuditRequest): Promise<ChainReport[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const query = async <Row>(text: string, params: readonly unknown[] = []) => {
    const rows = await sql.unsafe(text, [...params] as ParameterOrJSON<never>[]);
    return [...rows] as unknown as Row[];
  };
  try {
    return await verifyAudit({ query }, optionsOf(request));
  } finally {
    await sql.end();
  }
}

async function auditFolder(folder: string, request: AuditRequest): Promise<ChainReport[]> {
  try {
    const lock = lockFolder(folder);
    process.on('exit', () => lock.release());
  } catch (error) {
    if (!(error instanceof FolderInUse) || !error.url) throw error;
    // only the process that has the folder open can read it
    const answer = await fetch(`${error.url}/_local/audit`, { method: 'POST', body: JSON.stringify(request) });
    if (!answer.ok) throw new Error(`${error.url}/_local/audit answered ${answer.status}`, { cause: error });
    return (await answer.json()) as ChainReport[];
  }
  const database = await openPglite({ dir: join(folder, 'database') });
  try {
    return await verifyAudit(database.session, optionsOf(request));
  } finally {
    await database.close();
  }
}

function readHeads(path: string): Heads[] {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  return files.filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Heads);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { heads: { type: 'string' }, archive: { type: 'string' } },
    allowPositionals: true,
  });
  const request: AuditRequest = { heads: values.heads ? readHeads(values.heads) : [], archive: values.archive };
  const url = positionals[0] ?? process.env.DATABASE_URL;
  const data = process.env.NEXIO_DATA || '.data';
  const chains = url ? await auditServer(url, request) : await auditFolder(isAbsolute(data) ? data : join(projectDir, data), request);
  console.log(printReport(chains));
  process.exitCode = isWhole(chains) ? 0 : 1;
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(`The audit could not look: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  });
}
