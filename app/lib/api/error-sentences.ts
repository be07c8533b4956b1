// The sentence for every error code the app knows; error.ts fetches this file with the first error. A new code needs a message
// `error_<code>`: error-codes.test.ts finds one without. Why a run failed is said by lib/i18n/run-failures.ts.
import { m } from '$paraglide/messages';

type Detail = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const sentences: Record<string, (detail: Detail) => string> = {
  offline: () => m.error_offline(),
  unexpected: () => m.error_unexpected(),
  session_expired: () => m.error_session_expired(),
  not_signed_in: () => m.error_session_expired(),
  not_allowed: () => m.error_not_allowed(),
  no_permission: () => m.error_not_allowed(),
  not_found: () => m.error_not_found(),
  no_tenant: () => m.error_no_tenant(),
  tenant_mismatch: () => m.error_tenant_mismatch(),
  invalid_credentials: () => m.error_invalid_credentials(),
  email_taken: () => m.error_email_taken(),
  email_not_confirmed: () => m.error_email_not_confirmed(),
  weak_password: () => m.error_weak_password(),
  same_password: () => m.error_same_password(),
  too_many_attempts: () => m.error_too_many_attempts(),
  link_expired: () => m.error_link_expired(),
  daily_tasks_spent: ({ limit, task_limit }) => m.error_daily_tasks_spent({ limit: text(limit ?? task_limit) }),
  daily_cost_spent: () => m.error_daily_cost_spent(),
  brand_dna_missing: () => m.error_brand_dna_missing(),
  brand_dna_changed: () => m.error_brand_dna_changed(),
  bad_input: () => m.error_bad_input(),
  lead_invalid: () => m.public_contact_bad_reach(),
  needs_two_factor: () => m.error_needs_two_factor(),
  mfa_verification_failed: () => m.error_mfa_verification_failed(),
  edit_invalid: () => m.error_edit_invalid(),
  request_invalid: () => m.error_request_invalid(),
  run_unknown: () => m.error_not_found(),
  run_has_ended: () => m.error_run_has_ended(),
  run_not_retryable: () => m.error_run_not_retryable(),
  too_many_messages: () => m.public_contact_too_many(),
  tenant_invalid: () => m.error_tenant_invalid(),
  profile_invalid: () => m.error_profile_invalid(),
  tenants_limit_reached: ({ limit }) => m.error_tenants_limit_reached({ limit: text(limit) }),
  not_a_member: () => m.error_not_a_member(),
  address_invalid: () => m.error_address_invalid(),
  brand_dna_invalid: () => m.error_brand_dna_invalid(),
  chain_unknown: () => m.error_chain_unknown(),
  chain_has_nothing: () => m.error_chain_has_nothing(),
  agent_locked: () => m.error_agent_locked(),
  input_invalid: () => m.error_input_invalid(),
  tenant_suspended: () => m.error_tenant_suspended(),
  language_unknown: () => m.error_language_unknown(),
  platform_unknown: () => m.error_platform_unknown(),
  last_owner: () => m.error_last_owner(),
  member_not_found: () => m.error_member_not_found(),
  not_a_platform_admin: () => m.error_not_a_platform_admin(),
  not_an_agency: () => m.error_not_an_agency(),
  not_an_operator: () => m.error_not_an_operator(),
  only_an_owner_makes_owners: () => m.error_only_an_owner_makes_owners(),
  only_an_owner_removes_owners: () => m.error_only_an_owner_removes_owners(),
  page_not_found: () => m.error_page_not_found(),
  role_invalid: () => m.error_role_invalid(),
  status_invalid: () => m.error_status_invalid(),
  tenant_not_empty: () => m.error_tenant_not_empty(),
  tenant_not_found: () => m.error_not_found(),
  tenant_unknown: () => m.error_not_found(),
  too_many_invitations: ({ limit }) => m.error_too_many_invitations({ limit: text(limit) }),
  too_many_scans: ({ limit }) => m.error_too_many_scans({ limit: text(limit) }),
  users_limit_reached: ({ limit }) => m.error_users_limit_reached({ limit: text(limit) }),
  no_account: () => m.error_no_account(),
  already_member: () => m.error_already_member(),
  // outcomes of a decision that was queued on the phone
  already_decided: () => m.error_already_decided(),
  stale: () => m.error_stale(),
  forbidden: () => m.decide_forbidden(),
};

/** For a code without words of its own: what its SQLSTATE says. */
const classes: Record<string, () => string> = {
  NX400: m.error_bad_input,
  NX401: m.error_session_expired,
  NX402: m.error_limit_reached,
  NX403: m.error_not_allowed,
  NX404: m.error_not_found,
  NX409: m.error_conflict,
  NX429: m.error_too_many_attempts,
};

/** The sentence in the person's language: of the code, else of its class (SQLSTATE), else "something went wrong". */
export const sentenceFor = (code: string, detail: Detail, sqlstate = ''): string =>
  sentences[code]?.(detail) ?? classes[sqlstate]?.() ?? m.error_unexpected();
