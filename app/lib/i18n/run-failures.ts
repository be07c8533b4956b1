// Why a run failed, in words for the person who asked for it: what happened and what to do. Codes: worker.fail, the engines,
// functions/_shared/errors.ts. Called by the run's page and by the brand's scan; error-codes.test.ts holds the list complete.
import { m } from '$paraglide/messages';
import { formatNumber } from '$lib/i18n/format.ts';

const sentences: Record<string, (detail: Record<string, unknown>) => string> = {
  quality_too_low: ({ score }) => m.run_error_quality({ score: formatNumber(Number(score ?? 0)) }),
  daily_cost_spent: () => m.run_error_money(),
  no_model_route: () => m.error_no_model_route(),
  agent_unknown: () => m.error_agent_unknown(),
  skill_unknown: () => m.error_skill_unknown(),
  chain_unknown: () => m.error_chain_unknown(),
  engine_step_failed: () => m.error_engine_step_failed(),
  input_missing: () => m.error_input_missing(),
  rate_missing: () => m.error_rate_missing(),
  page_unfit: () => m.error_page_unfit(),
  picture_unreadable: () => m.error_picture_unreadable(),
  platform_busy: () => m.error_platform_busy(),
  order_open: () => m.error_order_open(),
  host_not_allowed: () => m.error_host_not_allowed(),
  output_malformed: () => m.run_error_answer(),
  brand_dna_invalid: () => m.run_error_answer(),
  worker_lost: () => m.error_worker_lost(),
  unexpected: () => m.error_run_unexpected(),
  model_timeout: () => m.error_model_timeout(),
  model_rate_limited: () => m.error_model_rate_limited(),
  model_unavailable: () => m.error_model_unavailable(),
  model_not_configured: () => m.error_model_not_configured(),
  model_refused: () => m.error_model_refused(),
  model_malformed: () => m.error_model_malformed(),
  model_aborted: () => m.error_model_aborted(),
  model_bad_request: () => m.error_model_bad_request(),
  site_blocked_by_robots: () => m.error_site_blocked_by_robots(),
  site_not_found: () => m.error_site_not_found(),
  site_unreachable: () => m.error_site_unreachable(),
  site_timeout: () => m.error_site_timeout(),
  site_too_large: () => m.error_site_too_large(),
  site_not_html: () => m.error_site_not_html(),
  site_empty: () => m.error_site_empty(),
  site_private_address: () => m.error_site_private_address(),
  site_bad_address: () => m.error_site_bad_address(),
  site_too_many_redirects: () => m.error_site_too_many_redirects(),
  site_hostile: () => m.error_site_hostile(),
};

/** Null for a code without words: the caller says where the work stopped. `detail` is chain_runs.error_detail. */
export const runFailure = (code: string | null, detail: Record<string, unknown> = {}): string | null =>
  sentences[code ?? '']?.(detail) ?? null;
