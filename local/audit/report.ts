// What `npm run audit` prints. Used by verify-audit.ts.
import { platformChain, type ChainReport } from './verify.ts';

/** Lines for a terminal: each chain, what is wrong in it and where, then the sum. */
export function printReport(chains: ChainReport[]): string {
  const lines = chains.flatMap((chain) => [
    `${chain.findings.length === 0 ? '✓' : '✗'} ${nameOf(chain)}: ${chain.events} events in ${chain.batches} batches${span(chain)}${more(chain)}`,
    ...chain.findings.map(({ code, batch, where }) => `    ${code}${batch === undefined ? '' : ` in batch ${batch}`}: ${where}`),
  ]);
  const wrong = chains.reduce((sum, { findings }) => sum + findings.length, 0);
  const events = chains.reduce((sum, chain) => sum + chain.events, 0);
  const verdict = wrong === 0 ? 'nothing was changed' : `${wrong} finding${wrong === 1 ? '' : 's'}`;
  return [...lines, `${chains.length} chains, ${events} events: ${verdict}.`].join('\n');
}

/** Nothing is wrong in any of them. */
export const isWhole = (chains: ChainReport[]): boolean => chains.every(({ findings }) => findings.length === 0);

function nameOf({ tenant_id, name }: ChainReport): string {
  return tenant_id === platformChain ? 'Platform' : `${name ?? 'a tenant that is no more'} (${tenant_id})`;
}

function span({ first_at, last_at }: ChainReport): string {
  return first_at && last_at ? `, ${first_at.slice(0, 16)} to ${last_at.slice(0, 16)}` : '';
}

function more({ by_hash_only, unsealed }: ChainReport): string {
  const archived = by_hash_only > 0 ? `; ${by_hash_only} in the archive only, checked by hash (give --archive to read them)` : '';
  return archived + (unsealed > 0 ? `; ${unsealed} newer than the last batch` : '');
}
