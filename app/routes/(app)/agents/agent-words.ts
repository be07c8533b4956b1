// What states, levels and plans of agents are called, and the colour of a state. Used by the grid and the detail.
import { m } from '$paraglide/messages';
import type { Agent, AgentStatus, LogLine } from '$lib/api/agents.ts';
import { agentName } from '$lib/i18n/agents.ts';

const statuses: Record<AgentStatus, () => string> = {
  active: () => m.agent_status_active(),
  idle: () => m.agent_status_idle(),
  sleep: () => m.agent_status_sleep(),
  paused: () => m.agent_status_paused(),
  error: () => m.agent_status_error(),
};
export const statusTone = { active: 'accent', idle: 'good', sleep: 'plain', paused: 'warn', error: 'bad' } as const satisfies Record<
  AgentStatus,
  string
>;
export const statusName = (status: AgentStatus): string => statuses[status]();

const lines: Record<LogLine['line'], () => string> = {
  thought: () => m.agent_line_thought(),
  action: () => m.agent_line_action(),
  collaboration: () => m.agent_line_collaboration(),
  completion: () => m.agent_line_completion(),
};
export const lineName = (line: LogLine['line']): string => lines[line]();

export const planName = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
/** A tenant's own agent carries the name its owner gave it. */
export const nameOf = (agent: Pick<Agent, 'key' | 'name' | 'is_own'>): string => (agent.is_own ? agent.name : agentName(agent.key));
