// A still picture in motion: ordered, then asked for until it is there. Called by skill kling-3.0; which version answers stands in KLING_MODEL.
// https://app.klingai.com/global/dev/document-api/apiReference/model/imageToVideo (signed with a JWT of access key and secret key)
import { SignJWT } from 'jose';
import type { Ask, Door } from '../door.ts';
import { isRow, part, type Row, rows, text } from '../json.ts';
import type { Job } from '../job.ts';

const host = 'api.klingai.com';
export const modelOf = (door: Door): string => door.env.KLING_MODEL?.trim() || 'kling-v2-5-turbo';

/** https://app.klingai.com/global/dev/document-api/apiReference/commonInfo (service codes) */
const troubleIn: Ask['troubleIn'] = (status, body) => {
  if (!isRow(body) || body.code === 0 || typeof body.code !== 'number') return undefined;
  const { code } = body;
  const trouble =
    (code >= 1000 && code <= 1004) || code === 1101 || code === 1102 || code === 1103
      ? 'permission_missing'
      : code === 1302 || code === 1303
        ? 'rate_limited'
        : status >= 500 || code >= 5000
          ? 'unavailable'
          : 'refused';
  return { trouble, reason: String(code), message: text(body.message, 300) };
};

/** The key of the platform is `access:secret`. */
async function bearer(door: Door): Promise<string> {
  const [access = '', secret = ''] = (door.secret.token ?? '').split(':');
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(access)
    .setNotBefore(now - 5)
    .setExpirationTime(now + 1800)
    .sign(new TextEncoder().encode(secret || 'none'));
}

async function call(door: Door, path: string, options: Ask = {}): Promise<Row> {
  const headers = { authorization: `Bearer ${await bearer(door)}` };
  const { body } = await door.ask(host, `/v1/videos/image2video${path}`, { ...options, headers, troubleIn });
  return part(body, 'data');
}

/** @throws PlatformError */
export async function orderClip(door: Door, wish: { image: string; prompt: string; seconds: 5 | 10; id: string }): Promise<string> {
  const json = {
    model_name: modelOf(door),
    mode: 'std',
    image: wish.image,
    prompt: wish.prompt,
    negative_prompt: 'people, faces, text, letters, logos',
    duration: String(wish.seconds),
    external_task_id: wish.id,
  };
  return text((await call(door, '', { method: 'POST', json, isRepeatable: false })).task_id, 120);
}

/** @throws PlatformError */
export async function readClip(door: Door, id: string): Promise<Job> {
  const task = await call(door, `/${encodeURIComponent(id)}`);
  const [video] = rows(part(task, 'task_result').videos);
  if (task.task_status === 'succeed' && video) return { state: 'done', url: text(video.url, 2000), seconds: Number(video.duration) || 0 };
  if (task.task_status === 'failed') return { state: 'failed', reason: text(task.task_status_msg, 300) };
  return { state: 'working' };
}
