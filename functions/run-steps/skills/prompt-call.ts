// One question to a model for a prompt skill: the card's template filled, money held, every call told. Called by prompt-skill.ts and prompt-batch.ts.
import type { z } from 'zod';
import { askModel } from '../../_shared/models/ask-model.ts';
import { languageNames } from '../../_shared/models/language-names.ts';
import { renderPrompt } from '../../_shared/models/render-prompt.ts';
import type { ModelCall, ModelFacts, Providers } from '../../_shared/models/types.ts';
import type { CallReport, Route, WorkerClient } from '../../_shared/worker-client.ts';
import { earlierFindings, platformOf, promptMaterial, requestOf } from './prompt-material.ts';
import { SkillError, type SkillWork } from './skill.ts';

/** What a card without `max_output_tokens` may answer. */
const usualOutputTokens = 2000;

/** What the house model works from; the other providers get the same inside the prompt. */
export function factsOf(work: SkillWork): ModelFacts {
  const { context } = work;
  return {
    request: requestOf(context),
    platform: platformOf(context),
    brand: context.brand,
    // an input taken from a step of another name (`text` of `script`) is found under its own
    outputs: { ...context.outputs, ...promptMaterial(work).outputs },
    round: context.step.refutations,
    findings: earlierFindings(work),
    attempt: context.step.rejections,
    input: context.input,
    item: context.item ?? null,
  };
}

/** A retry gets the next of the card's templates; the last one stays. */
export function templateOf({ context }: SkillWork): string {
  const { step, skill } = context;
  const template = skill.prompts[Math.min(step.rejections + step.attempt - 1, skill.prompts.length - 1)];
  if (template === undefined) throw new SkillError('skill_unknown', { skill: skill.key, problem: 'no prompt' }, false);
  return template;
}

/** All of a call but its prompt. */
export function callFor<T>(work: SkillWork, schema: z.ZodType<T>): Omit<ModelCall<T>, 'prompt'> {
  const { agent, skill, run } = work.context;
  return {
    skill: skill.key,
    system: [agent.soul, agent.manual, `Your skill in this step: ${skill.description}`].filter(Boolean).join('\n\n'),
    schema,
    schema_name: skill.key.replaceAll(/[^a-z]+/g, '_'),
    language: run.language,
    max_output_tokens: skill.max_output_tokens ?? usualOutputTokens,
    facts: factsOf(work),
    signal: work.signal,
  };
}

export function modelCall<T>(work: SkillWork, schema: z.ZodType<T>): ModelCall<T> {
  const { platform, ...material } = promptMaterial(work);
  // a tenant's own card may name its inputs one by one
  const { platform: _platform, language: _language, ...inputs } = work.context.input;
  const data = { ...inputs, ...material };
  const settings = { platform, language: languageNames[work.context.run.language] };
  return { ...callFor(work, schema), prompt: renderPrompt(templateOf(work), data, settings) };
}

/** A route's tier by what answered: an environment may have replaced the model. */
const tierOf = (routes: Route[], call: { provider: string; model: string }): string =>
  (
    routes.find((route) => route.provider === call.provider && route.model === call.model) ??
    routes.find((route) => route.provider === call.provider)
  )?.tier ?? '';

/** Holds the money, asks, tells of every call. What is private never leaves the machines of tier local. */
export async function askForStep<T>(
  call: ModelCall<T>,
  { step, context }: SkillWork,
  client: WorkerClient,
  providers: Providers,
  record: (report: CallReport) => void,
): Promise<T> {
  // three letters a token is on the dear side for every language we speak but Arabic script, which is about two
  const inputTokens = Math.ceil((call.system.length + call.prompt.length) / (context.run.language === 'ar' ? 2 : 3));
  const isPrivate = context.skill.is_private === true;
  const names = Object.keys(providers).filter((name) => !isPrivate || name === 'house' || name === 'openai_compatible');
  const reserved = await client.reserveModelCall(step, names, inputTokens, call.max_output_tokens);
  if ('blocked' in reserved) throw new SkillError(reserved.blocked, {}, false);
  const routes = isPrivate ? reserved.routes.filter(({ tier }) => tier === 'local') : reserved.routes;
  const { output } = await askModel(call, routes, providers, {
    record: ({ usage, ...told }) => {
      const lever = usage.cached_tokens > 0 ? 'prompt_cache' : null;
      record({ tier: tierOf(routes, told), lever, ...told, ...usage });
    },
  });
  return output;
}
