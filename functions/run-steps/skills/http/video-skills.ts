// Skills that order a video and wait for it: d-id-avatar (a portrait that speaks), kling-3.0 (a picture in motion). One order a step: its id is kept,
// and a worker that takes over asks for that one. Listed in http-skills.ts.
import type { Language } from '../../../_shared/payloads.ts';
import { madeWithAi } from '../../../_shared/platforms/d-id/made-with-ai.ts';
import { waitMs } from '../../../_shared/platforms/door.ts';
import { orderTalk, readTalk } from '../../../_shared/platforms/d-id/talk.ts';
import { type Job, waitFor } from '../../../_shared/platforms/job.ts';
import { modelOf, orderClip, readClip } from '../../../_shared/platforms/kling/clip.ts';
import { mp4Facts } from '../../../_shared/platforms/mp4-facts.ts';
import { SkillError } from '../skill.ts';
import { once } from './effect.ts';
import { type HttpSkill, type HttpWork, Unavailable } from './http-skill.ts';
import { type Metered, metered } from './metered.ts';
import { tell } from './phrases.ts';

/** Under the worker's wall of 150 s; four tries of a step are some seven minutes. */
const patienceMs = 90_000;

const nothing = { path: '', mime: 'video/mp4', width: 0, height: 0, seconds: 0, bytes: 0, provider: '' };

/** The order's file in bucket media, its size and length read from the file itself. */
async function ordered(
  work: HttpWork,
  {
    provider,
    seconds,
    order,
    read,
  }: { provider: Metered; seconds: number; order: () => Promise<string>; read: (id: string) => Promise<Job> },
) {
  const { client, step, door } = work;
  const name = `${step.run_id}:${step.key}:${step.step_id}:${step.round}`;
  const effect = await once(work, `order:${name}`, 'order_video', async () => ({
    task_id: await metered(work, provider, seconds * 1000, order),
  }));
  // an order whose id was lost may be paid: a person looks
  if (effect.state === 'unknown') throw new SkillError('order_open', {}, false);
  const job = await waitFor(door, () => read(String(effect.data.task_id)), patienceMs, waitMs(door.env, 5_000));
  if (job.state === 'working') throw new SkillError('order_open', { order: effect.data.task_id }, true);
  if (job.state === 'failed') throw new Unavailable('unavailable', 'refused');
  const { bytes } = await door.download(job.url);
  const path = `${step.tenant_id}/${step.run_id}/${step.key}-${step.step_id}-${step.round}.mp4`;
  await client.storeMedia(path, bytes, 'video/mp4');
  const facts = mp4Facts(bytes);
  if (!facts) throw new Unavailable('unavailable', 'refused');
  return { path, mime: 'video/mp4', ...facts, bytes: bytes.length };
}

type Avatar = { persona_id: string; portrait_path: string; audio: { path: string; seconds: number } };

const avatar: HttpSkill = {
  empty: ({ context }) => ({ ...nothing, persona_id: (context.input as Avatar).persona_id, disclosed: true }),
  instead: ({ context }) => tell(context.run.language, 'still_instead'),
  run: async (work) => {
    const { persona_id, portrait_path, audio } = work.context.input as Avatar;
    const { client, step, door, context } = work;
    const { language } = context.run;
    const video = await ordered(work, {
      provider: 'd_id',
      seconds: audio.seconds,
      order: async () => {
        const logo_path = `${step.tenant_id}/made-with-ai-${language}.png`;
        const logo = Uint8Array.from(atob(madeWithAi[language as Language]), (char) => char.charCodeAt(0));
        await client.storeMedia(logo_path, logo, 'image/png');
        const [portrait_url, audio_url, logo_url] = await Promise.all(
          [portrait_path, audio.path, logo_path].map((path) => client.signMedia(step, path, 3600)),
        );
        return orderTalk(door, {
          portrait_url: portrait_url ?? '',
          audio_url: audio_url ?? '',
          logo_url: logo_url ?? '',
          name: `nexio-${step.step_id}`,
        });
      },
      read: (id) => readTalk(door, id),
    });
    return { say: tell(language, 'filmed', { seconds: video.seconds }), ...video, persona_id, disclosed: true, provider: 'd-id' };
  },
};

type Clip = { source_path: string; movement: string; seconds: 5 | 10 };

const kling: HttpSkill = {
  empty: ({ context }) => ({ ...nothing, source_path: (context.input as Clip).source_path, model: '' }),
  instead: ({ context }) => tell(context.run.language, 'still_instead'),
  run: async (work) => {
    const { source_path, movement, seconds } = work.context.input as Clip;
    const { client, step, door, context } = work;
    const video = await ordered(work, {
      provider: 'kling',
      seconds,
      order: async () => {
        const { bytes } = await client.readMedia(step, source_path);
        let image = '';
        for (let from = 0; from < bytes.length; from += 32_766) image += btoa(String.fromCharCode(...bytes.subarray(from, from + 32_766)));
        return orderClip(door, { image, prompt: movement, seconds, id: `nexio-${step.step_id}-${step.round}` });
      },
      read: (id) => readClip(door, id),
    });
    return {
      say: tell(context.run.language, 'filmed', { seconds: video.seconds }),
      ...video,
      source_path,
      provider: 'kling',
      model: modelOf(door),
    };
  },
};

export const videoSkills: Record<string, HttpSkill> = { 'd-id-avatar': avatar, 'kling-3.0': kling };
