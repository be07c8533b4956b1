// Two style sheets give the same picture when every element of the page ends up with the same declarations. Called by css-optimizer.ts.
import { type CssNode, parse, walk } from 'css-tree';
import type { Element } from '../../../_shared/crawler/page.ts';
import { atRest, type Matcher, specificity } from './css-selectors.ts';
import { shortenValues, written } from './shorten-css.ts';

/** What browsers read; the rest is dropped with all that stands in it. */
export const readAtRules = new Set('media supports font-face keyframes -webkit-keyframes layer container page property'.split(' '));

type Winner = { value: string; important: boolean; weight: number; order: number };
/** element -> surroundings, state and property -> what wins */
export type Computed = Map<Element, Map<string, Winner>>;

const wins = (one: Winner, other: Winner | undefined): boolean =>
  !other ||
  (one.important !== other.important ? one.important : one.weight !== other.weight ? one.weight > other.weight : one.order >= other.order);

/** Declarations by element, each surrounding (@media …) and state apart. Selectors that are not understood are compared as they are written. */
export function computeStyles(css: string, matches: Matcher, page: Element): Computed {
  const tree = parse(css, { onParseError: () => {} });
  shortenValues(tree);
  const computed: Computed = new Map();
  let order = 0;
  walk(tree, {
    visit: 'Rule',
    enter(rule) {
      const prelude = rule.prelude;
      if (
        prelude.type !== 'SelectorList' ||
        (this.atrule && (this.atrule.name.endsWith('keyframes') || !readAtRules.has(this.atrule.name)))
      )
        return;
      const around = this.atrule ? `@${this.atrule.name} ${this.atrule.prelude ? written(this.atrule.prelude) : ''}` : '';
      order += 1;
      prelude.children.forEach((selector) => {
        if (selector.type !== 'Selector') return;
        const { rest, state } = atRest(selector);
        const elements = matches(rest) ?? [page];
        const weight = specificity(selector);
        const scope = matches(rest) === null ? `${around}|${written(selector)}` : `${around}|${state}`;
        for (const element of elements) put(computed, element, scope, rule.block.children.toArray(), weight, order);
      });
    },
  });
  return computed;
}

function put(computed: Computed, element: Element, scope: string, declarations: CssNode[], weight: number, order: number): void {
  const own = computed.get(element) ?? new Map<string, Winner>();
  computed.set(element, own);
  for (const node of declarations) {
    if (node.type !== 'Declaration') continue;
    const key = `${scope}|${node.property.toLowerCase()}`;
    const winner = { value: written(node.value), important: Boolean(node.important), weight, order };
    if (wins(winner, own.get(key))) own.set(key, winner);
  }
}

/** @param ignored custom properties that nothing reads */
export function isSameLook(before: Computed, after: Computed, ignored: ReadonlySet<string>): boolean {
  const kept = (own: Map<string, Winner>) => [...own].filter(([key]) => !ignored.has(key.slice(key.lastIndexOf('|') + 1)));
  const elements = new Set([...before.keys(), ...after.keys()]);
  return [...elements].every((element) => {
    const [one, two] = [kept(before.get(element) ?? new Map()), new Map(kept(after.get(element) ?? new Map()))];
    return (
      one.length === two.size &&
      one.every(([key, { value, important }]) => two.get(key)?.value === value && two.get(key)?.important === important)
    );
  });
}
