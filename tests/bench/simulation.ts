// A thousand tenants, ten thousand agents and a day of their work, compressed: heartbeats, steps, a flood, a Sunday's plans, and what a step leaves on the disk.
// Postgres 17 with fsync on; needs root (tests/pg17). `node tests/bench/simulation.ts`
import { startSupabase } from '../pg17/platform.ts';
import { connect, prepareChains } from './chains.ts';
import { line, percentile, spread } from './measure.ts';
import { liveADay } from './simulated-day.ts';
import { flood } from './simulated-flood.ts';
import { sunday } from './simulated-sunday.ts';

const cluster = await startSupabase(5830);
const one = connect(cluster.url, 1);
const many = connect(cluster.url, 8);
try {
  await prepareChains(one);
  const day = await liveADay(one);
  console.log(`\nA day in ticks of 10 s: ${day.tenants} tenants, ${day.agents} agents, ${day.beats} heartbeats, ${day.steps} steps`);
  line('heartbeat sweep, a tick', spread(day.sweeps), 'p95 <= 10 ms');
  line("  of it once the day's steps are done", spread(day.idle));
  line('  processor time of the server, which a busy machine does not change', spread(day.processor));
  line('WAL a step', `${Math.round(day.walOfSteps / day.steps)} bytes (started, claimed, completed, priced, told)`);
  line('WAL a heartbeat', `${Math.round(day.walOfBeats / day.beats)} bytes`);
  for (const { table, bytes } of day.storage) line(`  on disk a step: ${table}`, `${Math.round(bytes / day.steps)} bytes`);
  const total = day.storage.reduce((sum, { bytes }) => sum + bytes, 0);
  line('on disk a step, all of them', `${Math.round(total / day.steps)} bytes`);
  const events = day.storage.find(({ table }) => table === 'events')?.bytes ?? 0;
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  line('a year of such days: work, kept for 180 of them', `${gigabytes((total - events) * 180)}, then flat`);
  line('  and the log of events, which is kept', `${gigabytes(events * 365)} a year`);

  const { critical, fair, lowRate } = await flood(many);
  console.log('\nOne tenant floods 10,000 low steps; four workers, 300 ms of work a batch of ten');
  line('low steps a second meanwhile', lowRate.toFixed(0));
  line(
    'critical step: asked to claimed',
    `p50 ${percentile(critical, 0.5).toFixed(0)} ms, most ${Math.max(...critical).toFixed(0)} ms`,
    'no one > 3 s',
  );
  line(
    `${fair.length} tenants of 36 steps beside it: time / fair time`,
    `p50 ${percentile(fair, 0.5).toFixed(2)}, most ${Math.max(...fair).toFixed(2)}`,
    '<= 2',
  );

  const plans = await sunday(one);
  console.log('\nSunday 08:00 of a thousand tenants in one timezone, all other jobs of the clock at their times');
  line('weekly plans started', `${plans.started} in ${plans.minutes.toFixed(1)} min of ticks`, 'all, spread without a spike');
  line('most in one tick of 10 s', `${plans.most} (mean ${plans.mean.toFixed(1)})`);
  line('run_due_jobs, a tick', spread(plans.ticks));
} finally {
  await Promise.all([one.end(), many.end()]);
  await cluster.stop();
}
