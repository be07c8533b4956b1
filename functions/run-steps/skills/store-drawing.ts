// Puts a drawing that a skill made into bucket media, once a step and round. Called by chart-builder.
import type { WorkerClient } from '../../_shared/worker-client.ts';
import { SkillError, type SkillWork } from './skill.ts';

/**
 * One path a step and round: a worker that takes over after a crash writes the same file, not a second one.
 * @returns the path in bucket media, first folder the tenant
 * @throws SkillError claim_lost
 */
export async function storeDrawing({ step }: SkillWork, client: WorkerClient, svg: string): Promise<string> {
  const path = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}.svg`;
  const effect = await client.reserveEffect(step, `media:${path}`, 'store_media');
  if (effect === 'claim_lost') throw new SkillError('claim_lost', {}, false);
  if (effect !== 'settled') {
    const bytes = new TextEncoder().encode(svg);
    await client.storeMedia(path, bytes, 'image/svg+xml');
    await client.settleEffect(step, `media:${path}`, { bytes: bytes.length });
  }
  return path;
}
