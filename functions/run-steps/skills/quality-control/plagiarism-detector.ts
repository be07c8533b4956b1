// Skill plagiarism-detector: does a text repeat our own posts, a sister piece or a competitor's page? In quality-skills.ts.
import type { BrandDna } from '../../../_shared/payloads.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { qualityPhrases } from './quality-phrases.ts';
import { containment, longestShared, phraseWords, shingle } from './shared-words.ts';

type Compared = { reference: string; text: string };
type Input = { text: Record<string, unknown>; contents?: Compared[]; pages?: Compared[]; pieces?: Compared[] };

const reportFrom = 0.25;

/** What the brand says in every post and should. */
function fixedPhrases(brand: BrandDna | null): string[][] {
  if (!brand) return [];
  const { name, tagline, place, phone, opening_hours, voice, services } = brand;
  const said = [
    name,
    tagline,
    place,
    phone,
    opening_hours,
    ...(voice?.words_to_use ?? []),
    ...(services ?? []).map((service) => service.name),
  ];
  return said.map((phrase) => phraseWords(phrase ?? '')).filter((words) => words.length > 0);
}

/** Every text of the object, a list's too: a page or a thread is compared whole. */
function wholeText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wholeText).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([name]) => name !== 'say')
    .map(([, child]) => wholeText(child))
    .join('\n');
}

export const plagiarismDetector: SkillFunction = ({ context }) => {
  const { text, contents = [], pages = [], pieces = [] } = context.input as Input;
  const source = typeof text.body === 'string' ? text.body : wholeText(text);
  if (source.trim() === '') throw new SkillError('input_missing', { field: 'text' }, false);
  const phrases = fixedPhrases(context.brand);
  const own = shingle(source, phrases);
  const recent = context.recent.map(({ body, platform }, at) => ({ reference: `${platform} ${at + 1}`, text: body }));
  const others = [
    ...[...contents, ...recent].map((one) => ({ ...one, source: 'own_content' })),
    ...pieces.map((one) => ({ ...one, source: 'same_run' })),
    ...pages.map((one) => ({ ...one, source: 'competitor_page' })),
  ];
  const compared = others.map((other) => ({ ...other, shingled: shingle(other.text, phrases) }));
  const matches = compared
    .map(({ shingled, ...other }) => ({
      ...other,
      similarity: Math.round(containment(own, shingled) * 100) / 100,
      quote: longestShared(own, shingled),
    }))
    .filter(({ similarity, quote }) => similarity >= reportFrom && quote !== '')
    .toSorted((a, b) => b.similarity - a.similarity || a.reference.localeCompare(b.reference))
    .slice(0, 10)
    .map((match) => ({ source: match.source, reference: match.reference.slice(0, 300), similarity: match.similarity, quote: match.quote }));
  const [closest] = matches;
  const values = {
    count: others.length,
    percent: Math.round((closest?.similarity ?? 0) * 100),
    reference: closest?.reference ?? '',
    quote: (closest?.quote ?? '').slice(0, 120),
  };
  const similarity = Math.max(0, ...compared.map(({ shingled }) => Math.round(containment(own, shingled) * 100) / 100));
  return {
    say: sayFrom(qualityPhrases, context.run.language, closest ? 'alike' : 'original', values),
    similarity,
    matches,
    compared_with: others.length,
  };
};
