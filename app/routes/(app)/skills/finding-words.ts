// MoltGuard's findings in plain words: what it found, and what to do. A code without words here fails finding-words.test.ts.
import { m } from '$paraglide/messages';

const sentences: Record<string, () => string> = {
  ignores_instructions: () => m.molt_ignores_instructions(),
  hidden_order: () => m.molt_hidden_order(),
  changes_role: () => m.molt_changes_role(),
  fakes_system_message: () => m.molt_fakes_system_message(),
  asks_for_secrets: () => m.molt_asks_for_secrets(),
  hides_from_owner: () => m.molt_hides_from_owner(),
  tampers_with_review: () => m.molt_tampers_with_review(),
  sends_data_out: () => m.molt_sends_data_out(),
  reads_other_tenants: () => m.molt_reads_other_tenants(),
  contains_a_secret: () => m.molt_contains_a_secret(),
  contains_code: () => m.molt_contains_code(),
  brings_code: () => m.molt_brings_code(),
  hides_an_address: () => m.molt_hides_an_address(),
  hidden_letters: () => m.molt_hidden_letters(),
  lookalike_letters: () => m.molt_lookalike_letters(),
  host_not_plain: () => m.molt_host_not_plain(),
  host_is_private: () => m.molt_host_is_private(),
  host_collects: () => m.molt_host_collects(),
  hidden_host: () => m.molt_hidden_host(),
  no_hosts: () => m.molt_no_hosts(),
  too_many_hosts: () => m.molt_too_many_hosts(),
  hosts_without_need: () => m.molt_hosts_without_need(),
  address_not_fixed: () => m.molt_address_not_fixed(),
  sends_everything: () => m.molt_sends_everything(),
  tool_not_for_tenants: () => m.molt_tool_not_for_tenants(),
  too_many_tools: () => m.molt_too_many_tools(),
  people_to_outside: () => m.molt_people_to_outside(),
  private_to_outside: () => m.molt_private_to_outside(),
  answer_too_long: () => m.molt_answer_too_long(),
};
export const findingSentence = (code: string): string => sentences[code]?.() ?? m.molt_other();

const places: Record<string, () => string> = {
  name: () => m.skill_form_name(),
  title: () => m.skill_form_name(),
  description: () => m.skill_form_about(),
  prompts: () => m.skill_form_words(),
  input_schema: () => m.skill_form_inputs(),
  output_schema: () => m.skill_form_outputs(),
  hosts: () => m.skill_place_hosts(),
  request: () => m.skill_place_hosts(),
  soul: () => m.agent_form_soul(),
  manual: () => m.agent_form_manual(),
};
/** Where in the form it stands; '' when it is in no one place. */
export const findingPlace = (place: string): string => places[place]?.() ?? '';
