// A portrait that speaks: ordered, then asked for until it is there. Called by skill d-id-avatar. https://docs.d-id.com/reference/createtalk
import type { Ask, Door } from '../door.ts';
import { isRow, part, text } from '../json.ts';
import type { Job } from '../job.ts';

const host = 'api.d-id.com';

const troubleIn: Ask['troubleIn'] = (status, body) => {
  if (status < 400 || !isRow(body)) return undefined;
  const reason = text(body.kind, 60);
  const isKey = status === 401 || status === 403 || reason === 'InsufficientCreditsError';
  const trouble = isKey ? 'permission_missing' : status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'refused';
  return { trouble, reason, message: text(body.description, 300) };
};

async function call(door: Door, path: string, options: Ask = {}) {
  const { body } = await door.ask(host, path, { ...options, headers: { authorization: `Basic ${door.secret.token}` }, troubleIn });
  return isRow(body) ? body : {};
}

/** Both addresses must be readable for the platform. `logo` is laid into the corner of every frame. @throws PlatformError */
export async function orderTalk(
  door: Door,
  wish: { portrait_url: string; audio_url: string; logo_url: string; name: string },
): Promise<string> {
  const json = {
    source_url: wish.portrait_url,
    script: { type: 'audio', audio_url: wish.audio_url },
    config: { stitch: true, result_format: 'mp4', logo: { url: wish.logo_url, position: [0, 0] } },
    name: wish.name,
  };
  return text((await call(door, '/talks', { method: 'POST', json, isRepeatable: false })).id, 120);
}

/** @throws PlatformError */
export async function readTalk(door: Door, id: string): Promise<Job> {
  const talk = await call(door, `/talks/${encodeURIComponent(id)}`);
  if (talk.status === 'done') return { state: 'done', url: text(talk.result_url, 2000), seconds: Number(talk.duration) || 0 };
  if (talk.status === 'error' || talk.status === 'rejected') return { state: 'failed', reason: text(part(talk, 'error').description, 300) };
  return { state: 'working' };
}
