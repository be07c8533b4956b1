// Departments that an owner may found, beside those that the catalog has. Used by the form of a new agent and where departments are named.
import { m } from '$paraglide/messages';
import { departmentName } from '$lib/i18n/catalog-words.svelte.ts';

const own: Record<string, () => string> = {
  accounting: () => m.department_accounting(),
  purchasing: () => m.department_purchasing(),
  delivery: () => m.department_delivery(),
  people: () => m.department_people(),
  legal: () => m.department_legal(),
  other: () => m.department_other(),
};
const builtIn = [
  'content',
  'sales_crm',
  'client_success',
  'community',
  'analytics',
  'advertising',
  'email',
  'search_web',
  'reputation_pr',
  'localization',
];

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
export const nameOfDepartment = (key: string): string => own[key]?.() ?? capital(departmentName(key));
export const departmentChoices = (): { value: string; label: string }[] =>
  [...Object.keys(own), ...builtIn].map((value) => ({ value, label: nameOfDepartment(value) }));
