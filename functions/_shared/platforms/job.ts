// An order that a platform works on for a while: asked again until it is done, for as long as this worker may. Called by the video skills.
import type { Door } from './door.ts';

export type Job = { state: 'working' } | { state: 'done'; url: string; seconds: number } | { state: 'failed'; reason: string };

/** The last word before `patienceMs` are over; `working` means that a later try goes on with the same order. */
export async function waitFor(door: Door, read: () => Promise<Job>, patienceMs: number, everyMs = 5_000): Promise<Job> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const job = await read();
    if (job.state !== 'working' || performance.now() + everyMs > until) return job;
    await door.sleep(everyMs);
  }
}
