// The steps of a run as rows a person reads: the chain's steps, then their own approval where the chain has a gate.
import { m } from '$paraglide/messages';
import type { Run, Step } from '$lib/api/runs.ts';
import { stepName } from '$lib/i18n/step-names.ts';

export type RowState = 'waiting' | 'working' | 'done' | 'failed' | 'skipped' | 'cancelled' | 'yours';
export type Row = {
  key: string;
  name: string;
  state: RowState;
  step: Step | null;
  /** of a fan-out */ count?: { done: number; all: number };
};

const stateOf: Record<Step['state'], RowState> = {
  waiting: 'waiting',
  ready: 'waiting',
  queued: 'waiting',
  working: 'working',
  awaiting_approval: 'done',
  done: 'done',
  skipped: 'skipped',
  failed: 'failed',
  cancelled: 'cancelled',
};

function approvalState(run: Run, gate: Step): RowState {
  if (gate.state === 'awaiting_approval') return 'yours';
  if (gate.state === 'done') return 'done';
  return run.state === 'cancelled' ? 'cancelled' : 'waiting';
}

/** One state for the items of a fan-out: what is under way shows, then what went wrong; done when all are. */
function stateOfAll(items: Step[]): RowState {
  const states = items.map(({ state }) => stateOf[state]);
  const first = (['working', 'failed'] as const).find((state) => states.includes(state));
  if (first) return first;
  if (states.every((state) => state === states[0])) return states[0] ?? 'waiting';
  return states.every((state) => state === 'done' || state === 'skipped') ? 'done' : states.includes('done') ? 'working' : 'waiting';
}

/** A fan-out is one row with its count; the reviews that the engine puts between are rows of their own only in the conversation. */
export function progressRows(run: Run, steps: Step[]): Row[] {
  const named = steps.filter(({ key }) => !steps.some((other) => other.key !== key && `${other.key}_review` === key));
  const rows: Row[] = Object.entries(Object.groupBy(named, ({ key }) => key)).flatMap(([key, items = []]) => {
    const [step] = items;
    if (!step) return [];
    const done = items.filter(({ state }) => state === 'done' || state === 'skipped' || state === 'awaiting_approval').length;
    return { key, name: stepName(key), state: stateOfAll(items), step, ...(items.length > 1 && { count: { done, all: items.length } }) };
  });
  const gates = steps.filter((step) => step.gate);
  const [gate] = gates;
  const open = gates.find(({ state }) => state === 'awaiting_approval') ?? gate;
  return open ? [...rows, { key: 'approval', name: m.step_your_approval(), state: approvalState(run, open), step: null }] : rows;
}

/** How much of the run is behind it, 0 to 1. */
export const progressShare = (rows: Row[]): number =>
  rows.length ? rows.filter(({ state }) => state === 'done' || state === 'skipped').length / rows.length : 0;

/** Milliseconds the agents have worked, waiting for a person left out. */
export function workedMs(run: Run, steps: Step[], now: number): number {
  const start = Date.parse(run.started_at ?? run.created_at);
  if (run.state === 'running') return Math.max(0, now - start);
  const ends = steps.map((step) => Date.parse(step.finished_at ?? '')).filter((end) => !Number.isNaN(end));
  return Math.max(0, Math.max(start, ...ends) - start);
}
