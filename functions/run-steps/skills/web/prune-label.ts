// Takes out of a label what visitors cannot see, what is malformed and what search engines forbid. Called by schema-markup.ts.
import { isVisible, type Visible } from './visible-values.ts';

export type LabelNode = { [key: string]: unknown };
export type Problem = {
  property: string;
  problem: 'not_visible' | 'malformed' | 'forbidden' | 'duplicate' | 'missing_required';
  detail: string;
};

/** Ratings and reviews about oneself break the rules of search engines. */
const forbidden = new Set(['aggregateRating', 'review', 'reviews', 'starRating', 'reviewRating']);
/** Without it the node says nothing. */
const required: Record<string, string[]> = {
  LocalBusiness: ['name'], Product: ['name'], Service: ['name'], FAQPage: ['mainEntity'], Article: ['headline'], Event: ['name', 'startDate'],
  Question: ['name', 'acceptedAnswer'], Answer: ['text'], Offer: ['price'], OpeningHoursSpecification: ['opens', 'closes'], MenuItem: ['name'], Place: ['name'],
}; // prettier-ignore

export const isNode = (value: unknown): value is LabelNode => typeof value === 'object' && value !== null && !Array.isArray(value);
export const typeName = (node: LabelNode): string => (typeof node['@type'] === 'string' ? node['@type'] : '');

const detailOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 200) || '–';

/** The node with what is true of the page, or null when what it needs is gone. */
export function pruneLabel(node: LabelNode, visible: Visible, problems: Problem[]): LabelNode | null {
  const kept: LabelNode = {};
  for (const [property, value] of Object.entries(node)) {
    const told = (problem: Problem['problem']) =>
      void problems.push({ property: property.slice(0, 80) || '–', problem, detail: detailOf(value) });
    if (forbidden.has(property)) {
      told('forbidden');
      continue;
    }
    const pruned = pruneValue(property, value, visible, problems, told);
    if (pruned !== undefined) kept[property] = pruned;
  }
  const missing = (required[typeName(node)] ?? []).filter((property) => kept[property] === undefined);
  for (const property of missing) problems.push({ property, problem: 'missing_required', detail: typeName(node) });
  return missing.length > 0 ? null : kept;
}

function pruneValue(
  property: string,
  value: unknown,
  visible: Visible,
  problems: Problem[],
  told: (problem: Problem['problem']) => void,
): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((one) => pruneValue(property, one, visible, problems, told)).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (isNode(value)) return pruneLabel(value, visible, problems) ?? undefined;
  if (typeof value !== 'string' && typeof value !== 'number') {
    told('malformed');
    return undefined;
  }
  if (isVisible(property, String(value), visible)) return value;
  told('not_visible');
  return undefined;
}
