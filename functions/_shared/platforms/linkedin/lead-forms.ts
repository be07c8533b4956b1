// Answers to the tenant's own Lead Gen Forms, with the consent the person saw. Called by skill linkedin-scraper: strangers' profiles are out of
// reach, because LinkedIn forbids reading them by robot and sells no interface for it (https://www.linkedin.com/legal/user-agreement, 8.2).
// https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync
import type { Door } from '../door.ts';
import { isRow, type Row, rows, text } from '../json.ts';
import { linkedIn } from './rest.ts';

export type FormLead = {
  form_id: string;
  submitted_at: string;
  name: string;
  email: string;
  phone: string;
  company: string;
  role: string;
  answers: { question: string; answer: string }[];
  consent: string;
};

const known: Record<string, 'first' | 'last' | 'email' | 'phone' | 'company' | 'role'> = {
  FIRST_NAME: 'first',
  LAST_NAME: 'last',
  EMAIL: 'email',
  WORK_EMAIL: 'email',
  PHONE_NUMBER: 'phone',
  COMPANY_NAME: 'company',
  JOB_TITLE: 'role',
};

const answerOf = (details: unknown): string => {
  if (!isRow(details)) return '';
  const typed = isRow(details.textQuestionAnswer) ? text(details.textQuestionAnswer.answer, 500) : '';
  const chosen =
    isRow(details.multipleChoiceAnswer) && Array.isArray(details.multipleChoiceAnswer.options)
      ? details.multipleChoiceAnswer.options.join(', ')
      : '';
  return (typed || chosen).slice(0, 500);
};

function leadOf(row: Row): FormLead {
  const form = isRow(row.form) ? row.form : {};
  const content = isRow(form.hydratedForm) && isRow(form.hydratedForm.content) ? form.hydratedForm.content : {};
  const questions = new Map(rows(content.questions).map((one) => [one.questionId, one]));
  const response = isRow(row.formResponse) ? row.formResponse : {};
  const person = { first: '', last: '', email: '', phone: '', company: '', role: '' };
  const answers: FormLead['answers'] = [];
  for (const one of rows(response.answers)) {
    const question = questions.get(one.questionId) ?? {};
    const answer = answerOf(one.answerDetails);
    const field = known[text(question.predefinedField)];
    if (field) person[field] = answer;
    else if (answers.length < 12) answers.push({ question: text(question.name, 200) || String(one.questionId).slice(0, 200), answer });
  }
  const legal = isRow(content.legalInfo) ? rows(content.legalInfo.consents)[0] : undefined;
  return {
    form_id: text(row.versionedLeadGenFormUrn, 120) || 'unknown',
    submitted_at: new Date(Number(row.submittedAt)).toISOString(),
    name: [person.first, person.last].filter(Boolean).join(' ').slice(0, 80),
    email: person.email.slice(0, 200),
    phone: person.phone.slice(0, 40),
    company: person.company.slice(0, 160),
    role: person.role.slice(0, 120),
    answers,
    consent: text(legal?.consent, 300),
  };
}

/** `from`, `to`: ISO 8601. The account's secret: token, ad_account_id. @throws PlatformError */
export async function readFormLeads(door: Door, from: string, to: string): Promise<FormLead[]> {
  const owner = `(sponsoredAccount:urn%3Ali%3AsponsoredAccount%3A${door.secret.ad_account_id})`;
  const range = `(start:${Date.parse(from)},end:${Date.parse(to)})`;
  const leads: FormLead[] = [];
  for (let start = 0; leads.length < 500; start += 100) {
    const query = `q=owner&owner=${owner}&leadType=(leadType:SPONSORED)&submittedAtTimeRange=${range}&count=100&start=${start}`;
    const { body } = await linkedIn(door, `leadFormResponses?${query}`);
    const page = isRow(body) ? rows(body.elements) : [];
    leads.push(...page.map(leadOf));
    if (page.length < 100) break;
  }
  return leads.slice(0, 500);
}
