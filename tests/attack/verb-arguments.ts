// How each exposed verb is attacked: arguments that name the victim's things, the permission it wants, and what a stranger gets when
// it is not an error. A verb that is missing here fails attack-verbs.test.ts.
import { randomUUID } from 'node:crypto';
import type { Things } from './scene.ts';

export type Attack = {
  /** arguments beside p_tenant_id; ids come from `things` */
  args: (things: Things) => Record<string, unknown>;
  /** verbs that name a tenant: what the role must have; null = membership is enough */
  needs?: string | null;
  /** verbs that answer a stranger instead of refusing: the only answer allowed */
  answers?: unknown;
};

const decision = (things: Things) => ({
  approval_id: things.approval_id,
  decision: 'approve',
  version: 1,
  content_hash: 'x',
  client_key: randomUUID(),
});

/** Verbs whose first argument is p_tenant_id. */
export const tenantVerbs: Record<string, Attack> = {
  invite_member: { args: () => ({ p_email: `${randomUUID()}@attack.test`, p_role: 'staff' }), needs: 'manage_users' },
  revoke_invitation: { args: (things) => ({ p_invitation_id: things.user_id }), needs: 'manage_users' },
  read_people: { args: () => ({}), needs: 'view_all_tasks' },
  set_member_role: { args: (things) => ({ p_user_id: things.user_id, p_role: 'external' }), needs: 'manage_users' },
  hand_over_ownership: { args: (things) => ({ p_user_id: things.user_id }), needs: 'delete_tenant' },
  apply_insight: { args: (things) => ({ p_insight_id: things.insight_id, p_client_key: randomUUID() }), needs: 'create_tasks' },
  close_tenant: { args: () => ({ p_confirm: 'not its name' }), needs: 'delete_tenant' },
  compare_runs: { args: (things) => ({ p_run_id: things.run_id, p_other_run_id: things.run_id }), needs: 'read_audit' },
  erase_client: { args: (things) => ({ p_link_id: things.user_id }), needs: 'erase_people' },
  erase_lead: { args: (things) => ({ p_lead_id: things.lead_id }), needs: 'erase_people' },
  read_act: { args: () => ({ p_event_id: 1 }), needs: 'read_audit' },
  read_audit: { args: () => ({ p_filter: {} }), needs: 'read_audit' },
  read_audit_actors: { args: () => ({}), needs: 'read_audit' },
  cancel_run: { args: (things) => ({ p_run_id: things.run_id }), needs: 'create_tasks' },
  connect_account: { args: () => ({ p_account: 'tiktok', p_name: 'x', p_secret: { token: 'x' } }), needs: 'edit_brand' },
  disconnect_account: { args: () => ({ p_account: 'tiktok' }), needs: 'edit_brand' },
  decide_approval: {
    args: (things) => ({
      p_approval_id: things.approval_id,
      p_decision: 'approve',
      p_version: 1,
      p_content_hash: 'x',
      p_client_key: randomUUID(),
    }),
    needs: null,
  },
  decide_approvals: { args: (things) => ({ p_decisions: [decision(things)] }), needs: null },
  start_trial: { args: () => ({ p_plan_key: 'starter' }), needs: 'manage_billing' },
  read_costs: { args: () => ({}), needs: 'view_all_tasks' },
  forget_lesson: { args: (things) => ({ p_lesson_id: things.lesson_id }), needs: 'edit_brand' },
  dismiss_insight: { args: (things) => ({ p_insight_id: things.insight_id }), needs: 'create_tasks' },
  read_autonomy: { args: () => ({}), needs: 'view_all_tasks' },
  give_autonomy: { args: () => ({ p_skill_key: 'no-such-skill' }), needs: 'give_autonomy' },
  take_autonomy: { args: () => ({ p_skill_key: 'social-captions' }), needs: 'edit_brand' },
  set_offer_after: { args: () => ({ p_count: 0 }), needs: 'give_autonomy' },
  make_client_link: { args: (things) => ({ p_name: 'Mallory', p_language: 'fr', p_run_id: things.run_id }), needs: 'manage_users' },
  revoke_client_link: { args: (things) => ({ p_link_id: things.user_id }), needs: 'manage_users' },
  give_mandate: {
    args: (things) => ({ p_campaign_ids: [things.user_id], p_daily_cap_micros: 1, p_total_cap_micros: 1, p_until: '2099-01-01' }),
    needs: 'give_autonomy',
  },
  revoke_mandate: { args: (things) => ({ p_mandate_id: things.user_id }), needs: 'edit_brand' },
  is_member: { args: () => ({}), answers: false },
  mark_notifications_read: { args: () => ({ p_up_to: 1 }), needs: null },
  read_client_tenants: { args: () => ({}), needs: 'manage_users' },
  read_home: { args: () => ({}), needs: 'view_all_tasks' },
  read_week_plan: { args: (things) => ({ p_run_id: things.run_id }), needs: 'view_all_tasks' },
  read_reach: { args: () => ({}), needs: null },
  save_reach_settings: { args: () => ({ p_is_off: ['approvals:push'] }), needs: null },
  remove_member: { args: (things) => ({ p_user_id: things.user_id }), needs: 'manage_users' },
  request_post: {
    args: () => ({ p_request: 'promo -20 %', p_platform: 'nexio_page', p_language: 'fr', p_client_key: randomUUID() }),
    needs: 'create_tasks',
  },
  retry_run: { args: (things) => ({ p_run_id: things.run_id }), needs: 'create_tasks' },
  save_brand_dna: { args: () => ({ p_dna: {}, p_expected_version: 1 }), needs: 'edit_brand' },
  start_chain: { args: () => ({ p_chain_key: 'create_tiktok_video', p_input: {}, p_client_key: randomUUID() }), needs: 'create_tasks' },
  start_brand_scan: { args: () => ({ p_url: 'not an address', p_language: 'xx', p_client_key: randomUUID() }), needs: 'edit_brand' },
  switch_tenant: { args: () => ({}), needs: null },
  update_tenant_settings: { args: () => ({ p_patch: { reply_mode: 'no such mode' } }), needs: 'edit_brand' },
  update_tenant: { args: () => ({ p_patch: { look: 'no such look' } }), needs: 'edit_brand' },
  // agents: keys are the same in every tenant, so `nothing` names one that is nowhere
  assign_task: { args: (things) => ({ p_step_id: 0, p_agent_id: things.user_id }), needs: 'create_tasks' },
  delete_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'delete_agents' },
  pause_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'create_agents' },
  propose_skill: { args: () => ({ p_skill: {} }), needs: 'create_agents' },
  read_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'view_agents' },
  read_agents: { args: () => ({}), needs: 'view_agents' },
  read_dialogue: { args: (things) => ({ p_run_id: things.run_id }), needs: 'view_all_tasks' },
  restart_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'create_agents' },
  roll_back_agent: { args: () => ({ p_agent_key: 'no_such_agent', p_file: 'soul', p_version: 0 }), needs: 'create_agents' },
  save_agent: { args: () => ({ p_agent: {} }), needs: 'create_agents' },
  save_chain: { args: () => ({ p_chain: {} }), needs: 'create_agents' },
  say_to_run: {
    args: (things) => ({ p_run_id: things.run_id, p_agent_key: 'content_writer', p_text: 'Dis-moi tout.' }),
    needs: 'create_tasks',
  },
  sleep_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'create_agents' },
  switch_agent: { args: () => ({ p_agent_key: 'no_such_agent', p_is_on: true }), needs: 'create_agents' },
  switch_skill: { args: () => ({ p_key: 'no-such-skill', p_is_on: true }), needs: 'create_agents' },
  wake_agent: { args: () => ({ p_agent_key: 'no_such_agent' }), needs: 'create_agents' },
  write_agent_file: {
    args: () => ({ p_agent_key: 'no_such_agent', p_file: 'soul', p_body: 'We were here, says Mallory.', p_expected_version: 0 }),
    needs: 'create_agents',
  },
};

/** Verbs that name no tenant. `answers` undefined: it may refuse or answer, but with nothing of the victim. */
export const otherVerbs: Record<string, Attack> = {
  count_page_visit: { args: (things) => ({ p_slug: 'no-such-page', p_visitor: 'x', p_contents: [things.content_id] }), answers: null },
  read_client_link: { args: () => ({ p_token: 'x' }), answers: null },
  read_client_link_media: { args: (things) => ({ p_token: 'x', p_approval_id: things.approval_id }), answers: null },
  client_link_media: { args: () => ({}) },
  decide_by_client_link: {
    args: (things) => ({
      p_token: 'x',
      p_approval_id: things.approval_id,
      p_decision: 'approve',
      p_version: 1,
      p_content_hash: 'x',
      p_client_key: randomUUID(),
    }),
  },
  can_listen: { args: (things) => ({ p_topic: things.topic }), answers: false },
  create_tenant: { args: () => ({ p_name: `Shop ${randomUUID()}`, p_country: 'MG', p_language: 'fr', p_timezone: 'UTC' }) },
  current_tenant: { args: () => ({}) },
  // the victim has tokens; their raw form is nowhere
  decide_by_token: { args: () => ({ p_token: 'x'.repeat(43), p_decision: 'approve' }), answers: { outcome: 'unknown_token' } },
  read_decision_link: { args: () => ({ p_token: 'x'.repeat(43) }), answers: null },
  // the victim has an invitation out; its token is nowhere
  read_invitation: { args: () => ({ p_token: 'x'.repeat(43) }), answers: null },
  accept_invitation: { args: () => ({ p_token: 'x'.repeat(43) }) },
  read_push_key: { args: () => ({}) },
  // the endpoint is the victim's, the keys are not
  save_push_subscription: {
    args: (things) => ({ p_endpoint: `https://fcm.googleapis.com/${things.user_id}`, p_p256dh: 'B'.repeat(87), p_auth: 'A'.repeat(22) }),
  },
  remove_push_subscription: { args: (things) => ({ p_endpoint: `https://fcm.googleapis.com/${things.user_id}` }) },
  begin_channel_link: { args: () => ({ p_channel: 'fax' }) },
  read_channels: { args: () => ({}) },
  // the victim's chat has the victim's id
  unlink_channel: { args: (things) => ({ p_link_id: things.user_id }) },
  has_permission: { args: () => ({ p_permission: 'view_all_tasks' }) },
  is_published_media: { args: (things) => ({ p_path: things.media_path }), answers: false },
  is_page_media: { args: (things) => ({ p_path: things.media_path }), answers: false },
  list_memberships: { args: () => ({}) },
  // the victim has a page of this name, unpublished
  read_landing_page: { args: (things) => ({ p_slug: things.slug, p_page: 'secret' }), answers: null },
  read_page: { args: (things) => ({ p_slug: things.slug }) },
  read_page_media: { args: (things) => ({ p_slug: things.slug, p_content_id: things.content_id }), answers: null },
  list_programmes: { args: () => ({}), answers: [] },
  read_programme: { args: (things) => ({ p_programme_id: things.topic.split(':')[1] }) },
  readable_media_folders: { args: () => ({}) },
  assigned_contents: { args: () => ({}) },
  assigned_media: { args: () => ({}) },
  linked_media: { args: () => ({}), answers: [] },
  make_recovery_codes: { args: () => ({}) },
  count_recovery_codes: { args: () => ({}) },
  set_tenant_status: { args: (things) => ({ p_subject_id: things.topic.split(':')[1], p_status: 'suspended' }) },
  submit_lead: { args: () => ({ p_slug: 'no-such-page', p_name: 'x', p_contact: 'a@b.mg', p_message: 'x', p_client_key: randomUUID() }) },
  subscribe: { args: () => ({ p_slug: 'no-such-page', p_email: 'a@b.mg' }) },
  unsubscribe: { args: () => ({ p_leave_token: randomUUID() }) },
  // of oneself: whoever calls gets and touches what is theirs
  erase_my_data: { args: () => ({ p_confirm: 'somebody@else.test' }) },
  export_my_data: { args: () => ({ p_part: 'events' }) },
  give_consent: { args: () => ({ p_purpose: 'no_such_purpose', p_text_version: 1 }) },
  withdraw_consent: { args: () => ({ p_purpose: 'programme_reporting' }) },
  words_of: { args: () => ({ p_event_id: 1, p_created_at: '2026-11-30' }) },
  update_profile: { args: () => ({ p_patch: { display_name: 'Mallory' } }) },
  // of registered agents: a person is none, whatever the role
  can_listen_as_agent: { args: (things) => ({ p_topic: `agent:${things.user_id}` }), answers: false },
  claim_tasks: { args: () => ({}) },
  complete_task: { args: () => ({ p_step_id: 1, p_token: randomUUID(), p_output: {} }) },
  fail_task: { args: () => ({ p_step_id: 1, p_token: randomUUID(), p_code: 'stolen' }) },
  held_media: { args: () => ({}) },
  register_agent: { args: () => ({ p_name: 'Mallory', p_capabilities: ['render_media'], p_priority_score: 100 }) },
  report_agent: { args: () => ({ p_status: 'idle' }) },
};

/** Ids of nothing: for calling a verb in one's own tenant without touching what is there. */
export const nothing: Things = {
  run_id: randomUUID(),
  approval_id: randomUUID(),
  content_id: randomUUID(),
  lead_id: randomUUID(),
  insight_id: randomUUID(),
  lesson_id: randomUUID(),
  user_id: randomUUID(),
  media_path: 'none',
  slug: 'no-such-page',
  topic: `tenant:${randomUUID()}:x`,
};
