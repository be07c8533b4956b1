// The scene of the model tests: one double per vendor, a call to make, and the route to make it by.
import { z } from 'zod';
import { anthropicProvider } from '../../functions/_shared/models/anthropic.ts';
import { googleProvider } from '../../functions/_shared/models/google.ts';
import { openAiProvider } from '../../functions/_shared/models/openai.ts';
import type { ModelCall, ModelRoute, Provider } from '../../functions/_shared/models/types.ts';
import { PostTags } from '../../supabase/payloads.ts';
import { anthropicKey, startAnthropic } from '../doubles/anthropic.ts';
import { googleKey, startGoogle } from '../doubles/google.ts';
import type { ModelDouble } from '../doubles/model-double.ts';
import { openAiKey, startOpenAi } from '../doubles/openai.ts';

export type Vendor = {
  name: 'openai' | 'openai_compatible' | 'google' | 'anthropic';
  key: string;
  model: string;
  start: () => Promise<ModelDouble>;
  provider: (url: string, apiKey: string) => Provider;
};

export const vendors: Vendor[] = [
  {
    name: 'openai',
    key: openAiKey,
    model: 'gpt-double-mini',
    start: startOpenAi,
    provider: (url, apiKey) => openAiProvider({ name: 'openai', apiKey, baseUrl: `${url}/v1` }),
  },
  {
    name: 'openai_compatible',
    key: openAiKey,
    model: 'gpt-double',
    start: startOpenAi,
    provider: (url, apiKey) => openAiProvider({ name: 'openai_compatible', apiKey, baseUrl: `${url}/v1` }),
  },
  {
    name: 'google',
    key: googleKey,
    model: 'gemini-double',
    start: startGoogle,
    provider: (url, apiKey) => googleProvider({ apiKey, baseUrl: url }),
  },
  {
    name: 'anthropic',
    key: anthropicKey,
    model: 'claude-double',
    start: startAnthropic,
    provider: (url, apiKey) => anthropicProvider({ apiKey, baseUrl: url }),
  },
];

export const tags = { say: 'Voilà deux mots-clés.', hashtags: ['#Samosa', '#Tanà'], call_to_action: 'Commandez vendredi !' };

export function tagsCall(more: Partial<ModelCall<z.infer<typeof PostTags>>> = {}): ModelCall<z.infer<typeof PostTags>> {
  return {
    skill: 'hashtag-generator',
    system: 'You write hashtags.',
    prompt: 'Two hashtags for a samosa offer.',
    schema: PostTags,
    schema_name: 'post_tags',
    language: 'fr',
    max_output_tokens: 500,
    facts: {
      request: 'promo samosas',
      platform: 'facebook',
      brand: null,
      outputs: {},
      round: 0,
      findings: [],
      attempt: 0,
      input: {},
      item: null,
    },
    ...more,
  };
}

export const routeTo = (vendor: Vendor, model = vendor.model): ModelRoute => ({ provider: vendor.name, model });
