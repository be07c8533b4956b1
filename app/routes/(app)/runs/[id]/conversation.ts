// Turns a run's events and steps into the lines that lib/ui/Dialogue draws; used by the run screen and beside the approval card.
import { m } from '$paraglide/messages';
import type { Line, Run, Step } from '$lib/api/runs.ts';
import { agentFace, agentName } from '$lib/i18n/agents.ts';
import { formatNumber } from '$lib/i18n/format.ts';

type Finding = { quote: string; reason: string };
type Tone = 'plain' | 'refute' | 'praise' | 'person';

// What an event says when the agent itself had no words; events that are not here and say nothing are no part of the conversation.
const unspoken: Record<string, (data: Line['data']) => string> = {
  'step.scored': ({ score }) => m.run_line_scored({ score: formatNumber(Number(score ?? 0)) }),
  'step.retried': () => m.run_line_retried(),
  'step.deferred': () => m.run_line_deferred(),
  'approval.requested': () => m.run_line_ready(),
  'approval.decided': ({ decision }) => (decision === 'approve' ? m.run_line_approved() : m.run_line_rejected()),
  'content.published': () => m.run_line_published(),
};
const fromPeople = new Set(['run.started', 'approval.decided', 'person.said']);
const tones: Record<string, Tone> = { 'step.refuted': 'refute', 'step.praised': 'praise', 'content.published': 'praise' };

function head(line: Line, tone: Tone): string {
  const agent = agentName(line.agent_key ?? '');
  if (line.kind === 'run.started') return m.run_requested();
  if (tone === 'person') return m.run_you();
  if (line.kind === 'step.refuted') return m.run_refutes({ agent });
  if (line.kind === 'step.praised') return m.run_praises({ agent });
  if (line.kind === 'step.retried') return m.run_retries({ agent });
  if (!line.agent_key) return 'Nexio';
  if (line.kind === 'step.said' && Number(line.data.round ?? 1) > 1) return m.run_revises({ agent });
  return line.to_agent_key ? m.run_says_to({ agent, other: agentName(line.to_agent_key) }) : m.run_says({ agent });
}

const findingsOf = ({ findings }: Line['data']): Finding[] =>
  Array.isArray(findings) ? (findings as Finding[]).filter(({ quote, reason }) => quote || reason) : [];

/** Lines as they are drawn, oldest first. */
export function conversation(lines: Line[]) {
  return lines.flatMap((line) => {
    const say = line.say || unspoken[line.kind]?.(line.data) || '';
    if (!say) return [];
    const tone = fromPeople.has(line.kind) ? 'person' : (tones[line.kind] ?? 'plain');
    return {
      id: line.id,
      face: line.agent_key ? agentFace(line.agent_key) : { initials: 'N', colour: '#2fe0c4' },
      who: head(line, tone),
      say,
      tone,
      house: line.data.provider === 'house',
      findings: tone === 'refute' ? findingsOf(line.data) : [],
    };
  });
}

/** Who is at work now, or null. */
export function writing(run: Pick<Run, 'state'>, steps: Step[]) {
  const step = run.state === 'running' ? steps.find(({ state }) => state === 'working') : undefined;
  return step ? { face: agentFace(step.agent_key), who: m.run_writing({ agent: agentName(step.agent_key) }) } : null;
}
