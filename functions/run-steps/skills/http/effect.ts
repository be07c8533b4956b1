// One outside act of a step, done once: reserved before, settled after with the platform's answer, never repeated blindly. Called by skills that
// send, order or change something.
import { PlatformError } from '../../../_shared/platforms/platform-error.ts';
import { SkillError } from '../skill.ts';
import type { HttpWork } from './http-skill.ts';

export type Effect = { state: 'done'; data: Record<string, unknown>; isNew: boolean } | { state: 'unknown' };

/**
 * Runs `act` unless it was done before; its answer (ids, never secrets) is kept.
 * @param key names the act, whoever does the step: `<kind>:<run>:<step key>:<what>`
 * @returns `unknown` when a worker before may have done it and could not say: a person looks, nobody repeats
 * @throws SkillError claim_lost; whatever `act` throws (without a clear no of the platform a further try says `unknown`)
 */
export async function once(
  { client, step }: Pick<HttpWork, 'client' | 'step'>,
  key: string,
  kind: string,
  act: () => Promise<Record<string, unknown>>,
): Promise<Effect> {
  const found = await client.reserveEffect(step, key, kind);
  if (found === 'claim_lost') throw new SkillError('claim_lost', {}, false);
  if (found === 'settled') {
    const data = (await client.readEffect(step, key)) ?? {};
    return 'not_done' in data ? once({ client, step }, `${key}+`, kind, act) : { state: 'done', data, isNew: false };
  }
  if (found === 'unknown') return { state: 'unknown' };
  try {
    const data = await act();
    await client.settleEffect(step, key, data);
    return { state: 'done', data, isNew: true };
  } catch (error) {
    // a clear no, theirs or ours, is no act: a further try may ask again
    const isNo = error instanceof SkillError || (error instanceof PlatformError && error.status >= 400 && error.status < 500);
    if (isNo) await client.settleEffect(step, key, { not_done: error.message.slice(0, 100) });
    throw error;
  }
}
