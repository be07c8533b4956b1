// Skill social-captions of the house model: request + Brand DNA -> body and headline. Called by index.ts.
import type { BrandDna, Language, PostText } from '../payloads.ts';
import type { ModelFacts } from '../models/types.ts';
import { matterOf } from './matter.ts';
import { repairRequest } from './repair-request.ts';
import { sayDraft, sayRevision } from './say.ts';
import { fieldsOf, numberOf, requestOf } from './skills/read-input.ts';
import { tellStory } from './story.ts';

/** A piece of a week's plan turns to other phrases than its neighbours; the request alone decides the rest. */
export function writePost(facts: ModelFacts, brand: BrandDna, language: Language): PostText {
  const { platform, round, findings, attempt, item } = facts;
  const request = matterOf(requestOf(facts));
  const repaired = round > 0 ? repairRequest(request, findings, brand) : request;
  const piece = numberOf(fieldsOf(item).piece);
  const { hook, main, extras, phone, closing, headlines, register } = tellStory(
    repaired,
    brand,
    language,
    piece === null ? attempt : `${attempt} ${piece}`,
  );
  const quiet = platform === 'linkedin' || register === 'formal' || register === 'sober';
  const body = `${[hook, main, ...extras, phone].filter(Boolean).join(' ')}${platform === 'x' ? ' ' : '\n\n'}${closing}`;
  const [headline = brand.name.slice(0, 60)] = headlines;
  return {
    body: quiet ? withoutEmoji(body) : body,
    headline,
    say: round > 0 && findings.length > 0 ? sayRevision(findings, headline, language) : sayDraft(headline, language),
  };
}

export const withoutEmoji = (text: string): string => text.replace(/ ?\p{Extended_Pictographic}\ufe0f?/gu, '');
