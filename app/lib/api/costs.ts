// What the agents cost and what was saved (SQL verb read_costs).
import { callInTenant } from './client.ts';

export type Lever = 'routing' | 'local' | 'batch' | 'prompt_cache' | 'semantic_cache' | 'plan_limits';
export type Costs = {
  from: string;
  to: string;
  spent_micros: number;
  /** the same answers asked one by one of the dearest model */
  dearest_micros: number;
  calls: number;
  limit_micros: number;
  today_micros: number;
  levers: { lever: Lever; saved_micros: number; calls: number }[];
  by_day: { day: string; spent_micros: number; dearest_micros: number; calls: number }[];
  by_agent: { agent_key: string; spent_micros: number; calls: number }[];
  by_chain: { chain_key: string; spent_micros: number; runs: number }[];
  /** what budget or plan left out; why is a code */
  skipped: { day: string; what: string; why: string; times: number }[];
};

/** @param days back from today */
export const readCosts = (days: number) =>
  callInTenant<Costs>('read_costs', { p_from: new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10), p_to: null });
