// What an act is called after the name of who did it, who that is and by which channel. A kind of a later version is shown by its own name.
import { m } from '$paraglide/messages';
import type { Act } from '$lib/api/audit.ts';
import { agentFace, agentName } from '$lib/i18n/agents.ts';

const phrases: Record<string, (act: Pick<Act, 'data'>) => string> = {
  'approval.decided': ({ data }) => (data.decision === 'approve' ? m.audit_act_approval_approved() : m.audit_act_approval_rejected()),
  'approval.requested': () => m.audit_act_approval_requested(),
  'approval.announced': () => m.audit_act_approval_announced(),
  'approval.stopped': () => m.audit_act_approval_stopped(),
  'run.started': () => m.audit_act_run_started(),
  'run.done': () => m.audit_act_run_done(),
  'run.failed': () => m.audit_act_run_failed(),
  'run.cancelled': () => m.audit_act_run_cancelled(),
  'run.resumed': () => m.audit_act_run_resumed(),
  'step.started': () => m.audit_act_step_started(),
  'step.said': () => m.audit_act_step_said(),
  'step.scored': () => m.audit_act_step_scored(),
  'step.refuted': () => m.audit_act_step_refuted(),
  'step.praised': () => m.audit_act_step_praised(),
  'step.revising': () => m.audit_act_step_revising(),
  'step.retried': () => m.audit_act_step_retried(),
  'step.deferred': () => m.audit_act_step_deferred(),
  'step.failed': () => m.audit_act_step_failed(),
  'step.escalated': () => m.audit_act_step_escalated(),
  handoff: () => m.audit_act_handoff(),
  'person.said': () => m.audit_act_person_said(),
  'person.erased': () => m.audit_act_person_erased(),
  'agent.noted': () => m.audit_act_agent_noted(),
  'content.published': () => m.audit_act_content_published(),
  'content.scheduled': () => m.audit_act_content_scheduled(),
  'page.published': () => m.audit_act_page_published(),
  'schedule.moved': () => m.audit_act_schedule_moved(),
  'lead.received': () => m.audit_act_lead_received(),
  'lead.erased': () => m.audit_act_lead_erased(),
  'subscriber.joined': () => m.audit_act_subscriber_joined(),
  'subscriber.left': () => m.audit_act_subscriber_left(),
  'interaction.answered': () => m.audit_act_interaction_answered(),
  'brand_dna.saved': () => m.audit_act_brand_dna_saved(),
  'brand_dna.proposed': () => m.audit_act_brand_dna_proposed(),
  'brand_dna.rule_learned': () => m.audit_act_brand_dna_rule_learned(),
  'settings.updated': () => m.audit_act_settings_updated(),
  'tenant.created': () => m.audit_act_tenant_created(),
  'tenant.updated': () => m.audit_act_tenant_updated(),
  'tenant.closed': () => m.audit_act_tenant_closed(),
  'tenant.status_set': () => m.audit_act_tenant_status_set(),
  'tenant.work_handed_back': () => m.audit_act_tenant_work_handed_back(),
  'tenant.read_by_agency': () => m.audit_act_tenant_read_by_agency(),
  'clients.read': () => m.audit_act_clients_read(),
  'programme.read': () => m.audit_act_programme_read(),
  'member.added': () => m.audit_act_member_added(),
  'member.removed': () => m.audit_act_member_removed(),
  'member.invited': () => m.audit_act_member_invited(),
  'member.role_set': () => m.audit_act_member_role_set(),
  'invitation.revoked': () => m.audit_act_invitation_revoked(),
  'account.connected': () => m.audit_act_account_connected(),
  'account.disconnected': () => m.audit_act_account_disconnected(),
  'agent.woke': () => m.audit_act_agent_woke(),
  'agent.slept': ({ data }) => (data.agent ? m.audit_act_agent_paused() : m.audit_act_agent_slept()),
  'agent.woken': () => m.audit_act_agent_woken(),
  'agent.paused': () => m.audit_act_agent_paused(),
  'agent.restarted': () => m.audit_act_agent_restarted(),
  'agent.saved': () => m.audit_act_agent_saved(),
  'agent.deleted': () => m.audit_act_agent_deleted(),
  'agent.registered': () => m.audit_act_agent_registered(),
  'agent.file_written': () => m.audit_act_agent_file_written(),
  'agent.switched_on': () => m.audit_act_agent_switched_on(),
  'agent.switched_off': () => m.audit_act_agent_switched_off(),
  'skill.scanned': () => m.audit_act_skill_scanned(),
  'skill.switched_on': () => m.audit_act_skill_switched_on(),
  'skill.switched_off': () => m.audit_act_skill_switched_off(),
  'chain.saved': () => m.audit_act_chain_saved(),
  'task.assigned': () => m.audit_act_task_assigned(),
  'lesson.forgotten': () => m.audit_act_lesson_forgotten(),
  'lessons.stored': () => m.audit_act_lessons_stored(),
  'insight.found': () => m.audit_act_insight_found(),
  'insight.applied': () => m.audit_act_insight_applied(),
  'insight.dismissed': () => m.audit_act_insight_dismissed(),
  'reply_mode.lowered': () => m.audit_act_reply_mode_lowered(),
  'trial.started': () => m.audit_act_trial_started(),
  'trial.ended': () => m.audit_act_trial_ended(),
  'autonomy.offered': () => m.audit_act_autonomy_offered(),
  'autonomy.given': () => m.audit_act_autonomy_given(),
  'autonomy.taken_back': () => m.audit_act_autonomy_taken_back(),
  'client_link.made': () => m.audit_act_client_link_made(),
  'client_link.revoked': () => m.audit_act_client_link_revoked(),
  'client_link.erased': () => m.audit_act_client_link_erased(),
  'department.paused': () => m.audit_act_department_paused(),
  'channel.linked': () => m.audit_act_channel_linked(),
  'channel.unlinked': () => m.audit_act_channel_unlinked(),
  'mandate.given': () => m.audit_act_mandate_given(),
  'mandate.used': () => m.audit_act_mandate_used(),
  'mandate.revoked': () => m.audit_act_mandate_revoked(),
  'consent.given': () => m.audit_act_consent_given(),
  'consent.withdrawn': () => m.audit_act_consent_withdrawn(),
  'person.signed_up': () => m.audit_act_person_signed_up(),
  'factor.recovered': () => m.audit_act_factor_recovered(),
  'leads.forgotten': () => m.audit_act_leads_forgotten(),
  'audit.month_archived': () => m.audit_act_month_archived(),
  'studio.edited': ({ data }) => m.audit_act_studio_edited({ table: String(data.table) }),
};
const channels: Record<string, () => string> = {
  app: () => m.audit_channel_app(),
  push: () => m.audit_channel_push(),
  email: () => m.audit_channel_email(),
  client_link: () => m.audit_channel_link(),
  auto: () => m.audit_channel_auto(),
  whatsapp: () => 'WhatsApp',
  telegram: () => 'Telegram',
  api: () => 'API',
};

export const actPhrase = (act: Pick<Act, 'kind' | 'data'>): string => phrases[act.kind]?.(act) ?? act.kind;
export const channelName = (channel: string): string => channels[channel]?.() ?? channel;

export function actorName(act: Pick<Act, 'actor_kind' | 'actor' | 'name' | 'is_erased'>): string {
  if (act.actor_kind === 'agent') return agentName(act.actor);
  if (act.actor_kind === 'person' || act.actor_kind === 'client')
    return act.name ?? (act.is_erased ? m.audit_erased_person() : m.audit_former_member());
  return 'Nexio';
}

export function actorFace(act: Pick<Act, 'actor_kind' | 'actor' | 'name'>): { initials: string; colour: string } {
  if (act.actor_kind === 'agent') return agentFace(act.actor);
  if (act.actor_kind !== 'person' && act.actor_kind !== 'client') return { initials: 'N', colour: '#2fe0c4' };
  const initials = (act.name ?? '?')
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  return { initials: initials.toUpperCase(), colour: '#f5b84a' };
}
