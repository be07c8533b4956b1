// Writes a post of the set with the house model, through its provider seam. Used by the evaluation tests.
import { PostText, type Language, type Verdict } from '../../supabase/payloads.ts';
import { houseModel } from '../../functions/_shared/house/index.ts';
import type { ModelCall, ModelFacts } from '../../functions/_shared/models/types.ts';
import { brands } from './set/brands.ts';
import type { BrandKey } from './set/brands.ts';

/** One call of the house model as run-steps would make it; the answer is checked against `schema`. */
export async function askHouse<T>(
  skill: string,
  schema: ModelCall<T>['schema'],
  language: Language,
  facts: Partial<ModelFacts>,
): Promise<T> {
  const call: ModelCall = {
    skill,
    system: '',
    prompt: '',
    schema,
    schema_name: skill.replaceAll('-', '_'),
    language,
    max_output_tokens: 800,
    facts: {
      request: '',
      platform: 'facebook',
      brand: null,
      outputs: {},
      round: 0,
      findings: [],
      attempt: 0,
      input: {},
      item: null,
      ...facts,
    },
  };
  const watch = { signal: new AbortController().signal, progress: () => {} };
  const answer = await houseModel.generate(call, { provider: 'house', model: 'house' }, watch);
  if (!('json' in answer)) throw new Error('the house model answers with values');
  return schema.parse(answer.json);
}

export const writeWithHouse = (
  request: string,
  brand: BrandKey,
  language: Language,
  findings: Verdict['findings'] = [],
): Promise<PostText> =>
  askHouse('social-captions', PostText, language, { request, brand: brands[brand], findings, round: findings.length > 0 ? 1 : 0 });
