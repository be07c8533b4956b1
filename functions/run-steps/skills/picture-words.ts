// What stands on a picture, read out of whatever text a chain hands over: a post, an advertisement, a scene, a script. Called by image-router.ts.
import { bounded } from '../../_shared/crawler/page.ts';

export type PictureWords = { headline: string; body: string };

const maxHeadline = 60;
const maxBody = 3000;

/** Fields that hold a line for the picture, best first, and those that hold what it is about. */
const headlineFields = ['headline', 'on_screen', 'hook', 'title', 'heading', 'subject', 'request'];
const bodyFields = ['body', 'primary_text', 'voice_over', 'text', 'description', 'subline', 'request'];

const first = (source: Record<string, unknown>, fields: string[]): string =>
  fields.map((field) => source[field]).find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';

/** Cut after a word, so that the picture never breaks one. */
function line(text: string): string {
  const short = bounded(text.split('\n')[0] ?? '', 300);
  return short.length <= maxHeadline ? short : short.slice(0, short.lastIndexOf(' ', maxHeadline) + 1 || maxHeadline).trim();
}

/** null when there is nothing to write: a script's first scene stands for it. */
export function pictureWords(text: unknown): PictureWords | null {
  if (typeof text === 'string') return text.trim() ? { headline: line(text), body: text.slice(0, maxBody) } : null;
  if (typeof text !== 'object' || text === null) return null;
  const source = text as Record<string, unknown>;
  const [scene] = Array.isArray(source.scenes) ? (source.scenes as unknown[]) : [];
  const body = first(source, bodyFields).slice(0, maxBody);
  const headline = line(first(source, headlineFields) || body);
  return headline ? { headline, body: body || headline } : pictureWords(scene);
}
