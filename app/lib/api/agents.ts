// The agents of this tenant, their five files and states (SQL domain: tenant agents).
import { callInTenant, readRows } from './client.ts';

export type AgentStatus = 'idle' | 'active' | 'sleep' | 'paused' | 'error';
export type AgentLevel = 'ceo' | 'director' | 'worker';
export type FileName = 'soul' | 'agents' | 'memory';

type Work = { step_id: number; run_id: string; title: string; step: string; state: string; since: string | null };
type Found = { tasks?: number; mentions?: number; triggers?: number; scheduled?: number };

export type Agent = {
  key: string;
  name: string;
  level: AgentLevel;
  department: string;
  initials: string;
  colour: string;
  status: AgentStatus;
  error_code: string | null;
  is_on: boolean;
  /** the plan does not have it; min_plan does */
  is_locked: boolean;
  is_own: boolean;
  min_plan: string;
  tasks_today: number;
  cost_today_micros: number;
  /** share of steps done over seven days; null without work */
  success_rate: number | null;
  working: Work | null;
  waiting: number;
  found: Found;
  last_log_at: string | null;
};

export type LogLine = {
  at: string;
  line: 'thought' | 'action' | 'collaboration' | 'completion';
  what: string;
  run?: string;
  step?: string;
  from?: string;
  to?: string;
  say?: string;
  cost_micros?: number;
  duration_ms?: number;
  code?: string;
};

export type AgentTask = {
  id: number;
  run_id: string;
  title: string;
  step: string;
  skill: string;
  state: string;
  score: number | null;
  cost_micros: number;
  duration_ms: number | null;
  started_at: string | null;
};

type EditableFile = { body: string; version: number; is_built_in?: boolean };
export type AgentDetail = Pick<
  Agent,
  'key' | 'name' | 'level' | 'department' | 'initials' | 'colour' | 'status' | 'error_code' | 'is_own'
> & {
  /** files that this person may edit */
  editable: FileName[];
  files: {
    soul: EditableFile;
    agents: EditableFile;
    memory: EditableFile & { facts: { fact: string; confidence: number; source: string; at: string }[] };
    working: { body: string; steps: Work[]; found: Found };
    log: LogLine[];
  };
  tasks: AgentTask[];
  performance: { days: { day: string; done: number; failed: number; cost_micros: number; duration_ms: number }[] };
  settings: {
    is_on: boolean;
    is_locked: boolean;
    can_be_off: boolean;
    min_plan: string;
    skills: { key: string; kind: 'prompt' | 'code' | 'http' | null; is_active: boolean }[];
    next_heartbeat_at: string | null;
  };
  versions: { file: FileName; version: number; created_at: string; author: string | null }[];
};

export const readAgents = () => callInTenant<Agent[]>('read_agents');
export const readAgent = (key: string) => callInTenant<AgentDetail>('read_agent', { p_agent_key: key });

export type AgentAct = 'wake_agent' | 'sleep_agent' | 'pause_agent' | 'restart_agent';
export const actOnAgent = (act: AgentAct, key: string) => callInTenant<unknown>(act, { p_agent_key: key });
export const switchAgent = (key: string, isOn: boolean) => callInTenant<unknown>('switch_agent', { p_agent_key: key, p_is_on: isOn });

/** @param version the one the person had open: an edit by somebody else in between is refused, not overwritten */
export const writeAgentFile = (key: string, file: FileName, body: string, version: number) =>
  callInTenant<{ version: number }>('write_agent_file', { p_agent_key: key, p_file: file, p_body: body, p_expected_version: version });
/** @param version 0 = the built-in text */
export const rollBackAgent = (key: string, file: FileName, version: number) =>
  callInTenant<{ version: number }>('roll_back_agent', { p_agent_key: key, p_file: file, p_version: version });

/** Who can do what: the skills of each agent, built in or the tenant's own. */
export const listAgentSkills = () =>
  readRows<{ key: string; name: string; tenant_id: string | null; skills: string[]; initials: string; colour: string }>('agents', {
    select: 'key,name,tenant_id,skills,initials,colour',
    is_active: 'is.true',
    order: 'tenant_id.asc.nullslast,key',
  });

export type NewAgent = {
  key: string;
  name: string;
  department: string;
  soul: string;
  manual: string;
  skills: string[];
  initials: string;
  colour: string;
};
/** is_on is false when the plan has no place left */
export const saveAgent = (agent: NewAgent) =>
  callInTenant<{ key: string; is_on: boolean; limit: number }>('save_agent', { p_agent: agent });
export const deleteAgent = (key: string) => callInTenant<unknown>('delete_agent', { p_agent_key: key });
