// What skills, kinds of fields and outside accounts are called. Used by the pages of skills, agents and chains.
import { m } from '$paraglide/messages';
import type { Schema, Skill } from '$lib/api/skills.ts';
import { skillWords } from '$lib/i18n/catalog-words.svelte.ts';
import { kindOf, type Kind } from './card-form.ts';
import { spokenKey } from './plain-key.ts';

type Named = Pick<Skill, 'key' | 'tenant_id' | 'name' | 'description'>;
/** A tenant's own skill carries the name and the words that its owner gave it. */
export const nameOfSkill = (skill: Named): string => (skill.tenant_id ? skill.name : capital(skillWords(skill.key)[0]));
export const aboutSkill = (skill: Named): string => (skill.tenant_id ? skill.description : skillWords(skill.key)[1] || skill.description);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const kindNames: Record<Kind, () => string> = {
  text: () => m.skill_kind_text(),
  number: () => m.skill_kind_number(),
  list: () => m.skill_kind_list(),
  date: () => m.skill_kind_date(),
  yes_no: () => m.skill_kind_yes_no(),
};
export const kindName = (kind: Kind): string => kindNames[kind]();

/** How a field of a schema is called to people, and of which kind it is. */
export const fieldName = (key: string, schema: Schema): string => schema.title ?? spokenKey(key);
export function fieldKind(schema: Schema): string {
  const kind = kindOf(schema);
  if (kind) return kindName(kind);
  if (schema.enum) return m.skill_kind_choice();
  return schema.type === 'array' ? m.skill_kind_table() : m.skill_kind_several();
}

const ownNames: Record<string, string> = {
  d_id: 'D-ID',
  openai: 'OpenAI',
  linkedin_ads: 'LinkedIn Ads',
  sendgrid: 'SendGrid',
  youtube: 'YouTube',
};
export const accountName = (account: string): string =>
  account === 'email'
    ? m.skill_account_email()
    : (ownNames[account] ??
      account
        .split('_')
        .map((word) => (word === 'tiktok' ? 'TikTok' : capital(word)))
        .join(' '));
