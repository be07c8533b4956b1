// A skill of kind http: the account's secret, a door to the hosts its card names, its output or, without the account, what the card promises
// instead. Skills stand in the files beside this one; the protocols in functions/_shared/platforms. Made by http-skills.ts.
import { createDoor, type Door, type DoorEnvironment, type Secret } from '../../../_shared/platforms/door.ts';
import { PlatformError } from '../../../_shared/platforms/platform-error.ts';
import type { WorkerClient } from '../../../_shared/worker-client.ts';
import { SkillError, type SkillFunction, type SkillWork } from '../skill.ts';
import { type Availability, availability, type WhyNot } from './availability.ts';

export type HttpWork = SkillWork & {
  door: Door;
  client: WorkerClient;
  /** ISO 8601, in UTC */
  now: string;
};

export type HttpSkill = {
  /** the output without `say` and `availability` when nothing could be asked: what was given, empty lists, "not sent" */
  empty: (work: SkillWork & { now: string }) => Record<string, unknown>;
  /** what to do by hand, or what goes on without it; added to `say` when nothing could be asked */
  instead?: (work: SkillWork) => string;
  /** a card that does part of its work without its account asks all the same */
  needsAccount?: (work: SkillWork) => boolean;
  run: (work: HttpWork) => Promise<Record<string, unknown> & { say: string }>;
};

/** Raised by a skill that finds in its work why the platform cannot serve it: the output is the empty one, and the chain goes on. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly status: Availability['status'];
  readonly why: WhyNot;

  constructor(status: Availability['status'], why: WhyNot = 'refused') {
    super(`${status} ${why}`);
    this.status = status;
    this.why = why;
  }
}

/** Keys of the platform that models read already, under the name they have there; others are <ACCOUNT>_API_KEY. */
const keyNames: Record<string, string> = { google_ai: 'GEMINI_API_KEY' };

function readSecret(text: string | null): Secret | null {
  if (!text) return null;
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null) return fields as Secret;
  } catch {
    // a bare token
  }
  return { token: text };
}

async function secretOf({ step, context }: SkillWork, client: WorkerClient, env: DoorEnvironment): Promise<Secret | null> {
  const { account, account_owner } = context.skill;
  if (!account) return {};
  const key = account_owner === 'platform' ? env[keyNames[account] ?? `${account.toUpperCase()}_API_KEY`]?.trim() : undefined;
  if (key) return { token: key };
  return context.account?.status === 'missing' ? null : readSecret(await client.readSecret(step));
}

/** A platform's trouble as the card's availability; null when it is the step's own failure. */
function statusOf(error: unknown): { status: Availability['status']; why: WhyNot } | null {
  if (error instanceof Unavailable) return error;
  if (!(error instanceof PlatformError)) return null;
  const { trouble } = error;
  if (trouble === 'token_expired' || trouble === 'permission_missing') return { status: trouble, why: 'refused' };
  return { status: 'unavailable', why: trouble === 'refused' ? 'refused' : 'no_answer' };
}

const lastTry = 3;

/** @param env platform keys and PLATFORM_URL_* */
export function httpSkill({ empty, instead, needsAccount, run }: HttpSkill, env: DoorEnvironment): SkillFunction {
  return async (work, client) => {
    const { context, step, signal } = work;
    const { skill } = context;
    const now = typeof context.input.now === 'string' ? context.input.now : new Date().toISOString();
    const account = skill.account ?? '';
    const stand = (status: Availability['status'], why?: WhyNot) =>
      account === '' ? {} : { availability: availability(status, account, context.run.language, why) };
    const without = (status: Availability['status'], why?: WhyNot) => {
      const told = availability(status, account, context.run.language, why).message;
      return { say: [told, instead?.(work)].filter(Boolean).join(' ').slice(0, 500), ...stand(status, why), ...empty({ ...work, now }) };
    };

    const isNeeded = needsAccount?.(work) ?? true;
    if (isNeeded && context.account?.status === 'expired') return without('token_expired');
    const secret = await secretOf(work, client, env);
    if (!secret && isNeeded) return without(skill.account_owner === 'platform' ? 'key_missing' : 'account_missing');
    const door = createDoor(skill.hosts ?? [], secret ?? {}, env, signal);
    try {
      const output = await run({ ...work, client, door, now });
      // a skill that went on without its account tells so itself
      return { ...stand('ok'), ...output };
    } catch (error) {
      const trouble = statusOf(error);
      if (!trouble) throw error;
      console.error(`step ${step.step_id} ${step.skill}:`, error instanceof Error ? error.message : error);
      // a platform that is busy or down may be back in a minute
      const mayPass = error instanceof PlatformError && (error.trouble === 'rate_limited' || error.trouble === 'unavailable');
      if (mayPass && step.attempt < lastTry) throw new SkillError('platform_busy', { account }, true);
      return without(trouble.status, trouble.why);
    }
  };
}
