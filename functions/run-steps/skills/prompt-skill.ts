// Skills of kind prompt: the card's template filled with the context, a model's answer held to the skill's shape. Made by registry.ts.
import type { z } from 'zod';
import type { Providers } from '../../_shared/models/types.ts';
import { fromMemory } from './answer-memory.ts';
import { runTogether } from './prompt-batch.ts';
import { askForStep, modelCall } from './prompt-call.ts';
import type { Output, Skill } from './skill.ts';

export function promptSkill<T extends Output>(schema: z.ZodType<T>, providers: Providers): Skill {
  return {
    schema,
    run: (work, client) =>
      fromMemory(work, client, schema, (record) => askForStep(modelCall(work, schema), work, client, providers, record)),
    runTogether: (works, client) => runTogether(works, client, schema, providers),
  };
}
