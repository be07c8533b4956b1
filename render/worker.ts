// The render worker's loop: register, claim, render, complete; a heartbeat every 30 seconds. Pure: all it touches is given. Called by main.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { freemem, loadavg, availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentClient, Task } from './agent-client.ts';
import { renderSkills } from './registry.ts';
import { RenderError } from './render-error.ts';

export type Schedule = {
  /** wait between two looks for work when there was none */
  idle_ms: number;
  /** product.md J: an agent is alive that was heard of in the last 90 s */
  heartbeat_ms: number;
  lease_seconds: number;
};

const share = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100;

async function work(client: AgentClient, task: Task, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'nexio-render-'));
  try {
    const skill = renderSkills[task.skill];
    if (!skill) throw new RenderError('skill_unknown', { skill: task.skill });
    // one name a step and round: who takes over after a crash writes the same file, not a second one
    const media_prefix = `${task.media_prefix}${task.key}-${task.step_id}-${task.round}`;
    const output = await skill({ task: { ...task, media_prefix }, media: client.media, folder, signal });
    await client.complete(task, output, Math.round(performance.now() - started));
  } catch (error) {
    const known = error instanceof RenderError ? error : new RenderError('render_failed', { said: String(error).slice(0, 300) }, true);
    console.error(`step ${task.step_id} ${task.skill}: ${known.message}`);
    // a verb that cannot be reached now: the lease gives the task back
    await client.fail(task, known.code, known.detail, known.isRetryable).catch((lost: unknown) => console.error(String(lost)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Works until `signal` says stop; a task under way is stopped too and given back by its lease. One task at a time: ffmpeg takes every core there is. */
export async function runWorker(client: AgentClient, name: string, schedule: Schedule, signal: AbortSignal): Promise<void> {
  await client.register({ name, capabilities: ['render_media'], priorityScore: 50 });
  let isBusy = false;
  const beat = setInterval(() => {
    const cpu = share((loadavg()[0] ?? 0) / availableParallelism());
    client
      .report(isBusy ? 'busy' : 'idle', cpu, share(1 - freemem() / totalmem()))
      .catch((error: unknown) => console.error('heartbeat:', String(error)));
  }, schedule.heartbeat_ms);
  try {
    while (!signal.aborted) {
      const tasks = await client.claim(1, schedule.lease_seconds).catch((error: unknown) => {
        console.error('claim:', String(error));
        return [];
      });
      isBusy = tasks.length > 0;
      for (const task of tasks) await work(client, task, signal);
      if (tasks.length === 0) await sleep(schedule.idle_ms, undefined, { signal }).catch(() => null);
    }
  } finally {
    clearInterval(beat);
  }
}
