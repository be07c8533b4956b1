// Which elements a selector can touch, whatever their state, and how much it weighs. Called by css-optimizer.ts and compare-css.ts.
import { clone, type CssNode, generate, type List, type Selector } from 'css-tree';
import { type Element, type Page, all } from '../../../_shared/crawler/page.ts';

/** Those that a page at rest decides; every other pseudo-class is a state and counts as matching. */
const structural = new Set(
  'root first-child last-child only-child nth-child nth-last-child first-of-type last-of-type only-of-type nth-of-type nth-last-of-type empty not is where has'.split(
    ' ',
  ),
);

/** The selector without states, pseudo-elements and [dir], and what was taken off: two rules with other states never compete. */
export function atRest(selector: Selector): { rest: string; state: string } {
  const plain = clone(selector) as Selector;
  let state = '';
  plain.children.forEach((node: CssNode, item, list: List<CssNode>) => {
    const isState = node.type === 'PseudoClassSelector' && !structural.has(node.name.toLowerCase());
    const isDirection = node.type === 'AttributeSelector' && node.name.name.toLowerCase() === 'dir';
    if (node.type !== 'PseudoElementSelector' && !isState && !isDirection) return;
    state += generate(node);
    list.remove(item);
  });
  const written = generate(plain)
    .replace(/^(?=[>+~]|$)/, '*')
    .replace(/([>+~ ])$/, '$1*')
    .replaceAll(/([>+~])(?=[>+~])/g, '$1*');
  return { rest: written, state };
}

export type Matcher = (selector: string) => readonly Element[] | null;

/** Elements of the page by selector, asked once; null for a selector that nobody here understands. */
export function matcherOf(page: Page): Matcher {
  const known = new Map<string, readonly Element[] | null>();
  return (selector) => {
    const before = known.get(selector);
    if (before !== undefined) return before;
    let found: readonly Element[] | null;
    try {
      found = all(page, selector);
    } catch {
      found = null;
    }
    known.set(selector, found);
    return found;
  };
}

/** Ids, classes and types, as one number that compares: 1,000,000 an id, 1,000 a class, attribute or state, 1 a type. */
export function specificity(selector: CssNode): number {
  if (selector.type !== 'Selector') return 0;
  let sum = 0;
  selector.children.forEach((node) => {
    if (node.type === 'IdSelector') sum += 1_000_000;
    else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') sum += 1000;
    else if (node.type === 'TypeSelector') sum += node.name === '*' ? 0 : 1;
    else if (node.type === 'PseudoElementSelector') sum += 1;
    else if (node.type === 'PseudoClassSelector') sum += ofPseudoClass(node);
  });
  return sum;
}

/** :where weighs nothing; :is, :not and :has as much as the heaviest of their arguments. */
function ofPseudoClass(node: Extract<CssNode, { type: 'PseudoClassSelector' }>): number {
  const name = node.name.toLowerCase();
  if (name === 'where') return 0;
  if (!['is', 'not', 'has'].includes(name)) return 1000;
  const weights = [0];
  node.children?.forEach((list) => {
    if (list.type === 'SelectorList') list.children.forEach((one) => weights.push(specificity(one)));
  });
  return Math.max(...weights);
}
