// Skills of kind prompt: the card's template filled with the context, a model's answer held to the skill's shape. Made by registry.ts.
import type { z } from 'zod';
import { PostRequest, type Platform, type Verdict } from '../../_shared/payloads.ts';
import { askModel } from '../../_shared/models/ask-model.ts';
import { languageNames } from '../../_shared/models/language-names.ts';
import { renderPrompt } from '../../_shared/models/render-prompt.ts';
import type { ModelCall, Providers } from '../../_shared/models/types.ts';
import type { CallReport, Route, StepContext } from '../../_shared/worker-client.ts';
import { type Output, type Skill, SkillError, type SkillWork } from './skill.ts';

const maxOutputTokens = 2000;

/** A brand scan is no post: it has no request and no platform of its own. */
function postRequest(context: StepContext): { request: string; platform: Platform } {
  const parsed = PostRequest.safeParse(context.run.input);
  return parsed.success ? parsed.data : { request: '', platform: 'nexio_page' };
}

/** Earlier outputs; an author who revises also sees the version that was sent back, under the step's own key. */
function outputsFor({ context, step }: SkillWork): Record<string, unknown> {
  const isRevision = context.findings.length > 0 || context.reasons.length > 0;
  return isRevision && context.previous ? { ...context.outputs, [step.key]: context.previous } : context.outputs;
}

/** What a reviewer said before: to the author as findings, to the reviewer as their own earlier verdict. */
function earlierFindings({ context }: SkillWork): Verdict['findings'] {
  const own = context.previous?.findings;
  return context.findings.length > 0 ? context.findings : Array.isArray(own) ? (own as Verdict['findings']) : [];
}

export function modelCall<T>(work: SkillWork, schema: z.ZodType<T>): ModelCall<T> {
  const { context, step } = work;
  const { agent, skill, run } = context;
  const { request, platform } = postRequest(context);
  const findings = earlierFindings(work);
  const outputs = outputsFor(work);
  const failedBefore = context.step.rejections + context.step.attempt - 1;
  const template = skill.prompts[Math.min(failedBefore, skill.prompts.length - 1)];
  if (template === undefined) throw new SkillError('skill_unknown', { skill: skill.key, problem: 'no prompt' }, false);
  const learned = { recent: context.recent.slice(0, 3), patterns: context.patterns, lessons: context.lessons };
  const data = {
    request,
    brand: { ...context.brand, learned },
    outputs,
    findings: context.reasons.length > 0 ? { findings, reasons: context.reasons } : findings,
    item: context.item ?? null,
  };
  return {
    skill: skill.key,
    system: [agent.soul, agent.manual, `Your skill in this step: ${skill.description}`].filter(Boolean).join('\n\n'),
    prompt: renderPrompt(template, data, { platform, language: languageNames[run.language] }),
    schema,
    schema_name: step.skill.replaceAll(/[^a-z]+/g, '_'),
    language: run.language,
    max_output_tokens: maxOutputTokens,
    facts: {
      request,
      platform,
      brand: context.brand,
      outputs,
      round: context.step.refutations,
      findings,
      attempt: context.step.rejections,
      input: context.input,
      item: context.item ?? null,
    },
    signal: work.signal,
  };
}

/** A route's tier by what answered: an environment may have replaced the model. */
const tierOf = (routes: Route[], call: { provider: string; model: string }): string =>
  (
    routes.find((route) => route.provider === call.provider && route.model === call.model) ??
    routes.find((route) => route.provider === call.provider)
  )?.tier ?? '';

export function promptSkill<T extends Output>(schema: z.ZodType<T>, providers: Providers): Skill {
  return {
    schema,
    async run(work, client) {
      const call = modelCall(work, schema);
      // three letters a token is on the dear side for every language we speak but Arabic script, which is about two
      const inputTokens = Math.ceil((call.system.length + call.prompt.length) / (work.context.run.language === 'ar' ? 2 : 3));
      const reserved = await client.reserveModelCall(work.step, Object.keys(providers), inputTokens, call.max_output_tokens);
      if ('blocked' in reserved) throw new SkillError(reserved.blocked, {}, false);
      const { output } = await askModel(call, reserved.routes, providers, {
        record: ({ usage, ...told }) => {
          const report: CallReport = { tier: tierOf(reserved.routes, told), ...told, ...usage };
          work.record(report);
        },
      });
      return output;
    },
  };
}
