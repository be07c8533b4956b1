// What one step gives to a prompt: request, platform, the material of colleagues and the skill's inputs. Called by prompt-skill.ts and prompt-batch.ts.
import { type BrandDna, type Platform, Platform as PlatformShape, type Verdict } from '../../_shared/payloads.ts';
import type { StepContext } from '../../_shared/worker-client.ts';
import type { SkillWork } from './skill.ts';

export type Material = {
  request: string;
  /** as the prompt names it */
  platform: string;
  brand: (BrandDna & { learned: Record<string, unknown> }) | { learned: Record<string, unknown> };
  outputs: Record<string, unknown>;
  findings: unknown;
  item: unknown;
};

/** Where a post can stand that is no platform of ours: the plan may name them, a prompt may be told so. */
const otherPlaces = new Set(['youtube', 'email', 'newsletter', 'blog', 'website']);

/** Filled by the engine or given on their own: they are no material. */
const known = new Set([
  'request',
  'platform',
  'language',
  'brand',
  'item',
  'outputs',
  'input',
  'country',
  'timezone',
  'currency',
  'today',
  'now',
]);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The skill's own input first, then the member of the fan-out, then what the run was started with. */
function firstText({ input, item, run }: StepContext, name: string): string {
  const places = [input, isObject(item) ? item : {}, run.input];
  return places.map((place) => place[name]).find((value): value is string => typeof value === 'string' && value !== '') ?? '';
}

export const requestOf = (context: StepContext): string => firstText(context, 'request').slice(0, 4000);

/** The first of ours that is named; a brand scan has none of its own. */
export const platformOf = (context: StepContext): Platform => PlatformShape.safeParse(firstText(context, 'platform')).data ?? 'nexio_page';

function placeOf(context: StepContext): string {
  const named = firstText(context, 'platform');
  return otherPlaces.has(named) ? named : platformOf(context);
}

/** What a reviewer said before: to the author as findings, to the reviewer as their own earlier verdict. */
export function earlierFindings({ context }: SkillWork): Verdict['findings'] {
  const own = context.previous?.findings;
  return context.findings.length > 0 ? context.findings : Array.isArray(own) ? (own as Verdict['findings']) : [];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A list that this step's item was taken from tells the others' work: left out, at the first two levels of an output. */
function withoutSiblings(output: unknown, item: unknown): unknown {
  if (!isObject(item) || !isObject(output)) return output;
  return Object.fromEntries(Object.entries(output).filter(([, value]) => !(Array.isArray(value) && value.some((one) => same(one, item)))));
}

/**
 * Earlier outputs and the skill's inputs under one roof, each thing once: an input that `with` took out of an output stands for it.
 * An author who revises also sees the version that was sent back, under the step's own key.
 */
export function materialOf({ context, step }: SkillWork): Record<string, unknown> {
  const { input, outputs, item, skill } = context;
  const wantsRunInput = Object.hasOwn(skill.input_schema?.properties ?? {}, 'input');
  const named = Object.fromEntries(Object.entries(input).filter(([name]) => !known.has(name)));
  const inputs = Object.values(named);
  const earlier = Object.entries(outputs)
    .filter(([key, output]) => (key !== 'input' || wantsRunInput) && !Object.hasOwn(named, key) && !inputs.some((one) => same(one, output)))
    .map(([key, output]) => [key, withoutSiblings(output, item)] as const);
  const isRevision = context.findings.length > 0 || context.reasons.length > 0;
  return {
    ...Object.fromEntries(earlier),
    ...(wantsRunInput && input.input !== undefined ? { input: input.input } : {}),
    ...named,
    ...(isRevision && context.previous ? { [step.key]: context.previous } : {}),
  };
}

export function promptMaterial(work: SkillWork): Material {
  const { context } = work;
  const findings = earlierFindings(work);
  const { memory, mentions } = context.agent;
  const learned = {
    recent: context.recent.slice(0, 3),
    patterns: context.patterns,
    lessons: context.lessons,
    memory,
    said_to_you: mentions,
  };
  return {
    request: requestOf(context),
    platform: placeOf(context),
    brand: { ...context.brand, learned },
    outputs: materialOf(work),
    findings: context.reasons.length > 0 ? { findings, reasons: context.reasons } : findings,
    item: context.item ?? null,
  };
}
