// Skill form-builder: the form through which visitors reach a business, as short as it can be. In web-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { buttons, consents, fieldKinds, type FieldName, fieldNames, helps, isFieldName, labels, thanks } from './form-words.ts';
import { readCopy } from './page-shapes.ts';
import { webPhrases } from './web-phrases.ts';

type Input = { copy: Record<string, unknown>; services?: string[]; country: string; language: Language };
export type FormField = {
  name: FieldName;
  label: string;
  kind: string;
  required: boolean;
  help: string;
  choices: string[];
  autocomplete: string;
};

/** Where people answer a mail rather than a message. */
const mailFirst = new Set(['FR', 'BE', 'CH', 'LU', 'DE', 'AT', 'NL', 'GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'SE', 'NO', 'DK', 'FI']);
const mostQuestions = 5;

/** Name and a way to answer always; then what the copy asks for, a choice where there is one, five in all besides the second way to answer. */
function chosenFields(wished: string[], services: string[], country: string): { names: FieldName[]; reach: FieldName } {
  const asked = new Set(wished.filter(isFieldName));
  const reach: FieldName = mailFirst.has(country) ? 'email' : 'phone';
  const other: FieldName = reach === 'email' ? 'phone' : 'email';
  const more = fieldNames
    .filter((name) => !['name', reach, other].includes(name))
    .filter((name) => (name === 'service' ? services.length > 1 : asked.has(name) || (name === 'message' && asked.size === 0)));
  return { names: ['name', reach, ...(asked.has(other) ? [other] : []), ...more.slice(0, mostQuestions - 2)], reach };
}

export function formFields(wished: string[], services: string[], country: string, language: Language): FormField[] {
  const { names, reach } = chosenFields(wished, services, country);
  return names.map((name) => ({
    name,
    label: labels[language][name],
    kind: fieldKinds[name].kind,
    required: name === 'name' || name === reach,
    help: helps[language][name] ?? '',
    choices: name === 'service' ? services.slice(0, 60) : [],
    autocomplete: fieldKinds[name].autocomplete,
  }));
}

export const formBuilder: SkillFunction = ({ step, context }) => {
  const { copy, services = [], country, language } = context.input as Input;
  const nested = typeof copy.form === 'object' && copy.form !== null ? (copy.form as Record<string, unknown>) : copy;
  const { form } = readCopy({ form: nested });
  const fields = formFields(form.fields, services, country, language);
  const counts = { count: fields.length, required: fields.filter(({ required }) => required).length };
  return {
    say: sayFrom(webPhrases, context.run.language, 'form_made', counts),
    form_id: `form-${step.run_id}`,
    fields,
    consent: consents[language],
    button: form.button.trim() || buttons[language],
    thanks: thanks[language],
    answers_to: 'submit_lead',
  };
};
