// Skill css-optimizer: the same look in fewer bytes, or the sheet as it was. In web-skills.ts.
import { type Atrule, type CssNode, type List, parse, type Rule, walk } from 'css-tree';
import { all, one, type Page, parsePage } from '../../../_shared/crawler/page.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { bytesOf } from './check-page.ts';
import { computeStyles, isSameLook, readAtRules } from './compare-css.ts';
import { atRest, type Matcher, matcherOf } from './css-selectors.ts';
import { shortenValues, written } from './shorten-css.ts';
import { webPhrases } from './web-phrases.ts';

export type Optimized = { css: string; removed_rules: number; kept_because: string[]; is_same: boolean };

const isRule = (node: CssNode): node is Rule => node.type === 'Rule';
const propertiesOf = (rule: Rule): string[] =>
  rule.block.children.toArray().flatMap((node) => (node.type === 'Declaration' ? [node.property.toLowerCase()] : []));
/** `margin-top` and `margin` touch each other. */
const family = (property: string): string =>
  property.startsWith('--') ? property : (property.replace(/^-\w+-/, '').split('-')[0] ?? property);

/** Takes selectors out that match nothing; a rule without selectors goes. What is nested or not understood stays. */
function dropUnmatched(tree: CssNode, matches: Matcher, kept: Set<string>): number {
  let removed = 0;
  walk(tree, {
    visit: 'Rule',
    enter(rule, item, list) {
      if (rule.prelude.type !== 'SelectorList' || (this.atrule?.name ?? '').endsWith('keyframes')) return;
      rule.prelude.children.forEach((selector, at, selectors) => {
        if (selector.type !== 'Selector') return;
        const { rest } = atRest(selector);
        const found = written(selector).includes('&') ? null : matches(rest);
        if (found === null) kept.add(`${written(selector)}: not understood`.slice(0, 120));
        else if (found.length === 0) selectors.remove(at);
      });
      if (!rule.prelude.children.isEmpty && !rule.block.children.isEmpty) return;
      removed += 1;
      if (item) (list as List<CssNode>).remove(item);
    },
  });
  return removed;
}

/** Outside imports, unknown at-rules, fonts and animations that nobody uses, empty blocks. */
function dropAtRules(tree: CssNode, inline: string): void {
  const declared = (node: Atrule, property: string): string => {
    let value = '';
    node.block?.children.forEach((child) => {
      if (child.type === 'Declaration' && child.property === property) value = written(child.value);
    });
    return value.replaceAll(/['"]/g, '').toLowerCase();
  };
  const used = [inline];
  walk(tree, {
    visit: 'Declaration',
    enter(node) {
      if (this.atrule?.name !== 'font-face') used.push(written(node.value));
    },
  });
  const text = used.join(' ').toLowerCase();
  walk(tree, {
    visit: 'Atrule',
    leave(node: Atrule, item, list) {
      const name = node.name.toLowerCase();
      const isUnused =
        (name === 'font-face' && !text.includes(declared(node, 'font-family') || '\u0000')) ||
        (name.endsWith('keyframes') && node.prelude !== null && !text.includes(written(node.prelude).toLowerCase()));
      const isEmpty = node.block !== null && node.block.children.isEmpty;
      if (item && (!readAtRules.has(name) || isUnused || isEmpty)) (list as List<CssNode>).remove(item);
    },
  });
}

/** Custom properties that no value reads, neither in the sheet nor in the page. */
function dropUnread(tree: CssNode, inline: string): Set<string> {
  const dropped = new Set<string>();
  for (let again = true; again;) {
    again = false;
    const text = written(tree) + inline;
    walk(tree, {
      visit: 'Declaration',
      enter(node, item, list) {
        const { property } = node;
        const isRead = new RegExp(`var\\(\\s*${property.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`).test(text);
        if (!property.startsWith('--') || isRead || !item) return;
        dropped.add(property.toLowerCase());
        (list as List<CssNode>).remove(item);
        again = true;
      },
    });
  }
  return dropped;
}

/** A rule joins an earlier one with its selectors when nothing between them touches the same properties. */
function joinRules(list: List<CssNode>): void {
  const seen: Rule[] = [];
  list.forEach((node, item) => {
    if (!isRule(node)) {
      seen.length = 0;
      return;
    }
    const key = written(node.prelude);
    const touched = new Set(propertiesOf(node).map(family));
    const at = seen.findLastIndex((rule) => written(rule.prelude) === key);
    const between = at < 0 ? [] : seen.slice(at + 1);
    const isFree = between.every((rule) => propertiesOf(rule).every((property) => !touched.has(family(property)) && property !== 'all'));
    const target = seen[at];
    if (target && isFree && !touched.has('all')) {
      target.block.children.appendList(node.block.children);
      list.remove(item);
    } else seen.push(node);
  });
}

export function optimizeCss(css: string, page: Page): Optimized {
  const matches = matcherOf(page);
  const root = one(page, '*');
  const asItWas: Optimized = { css, removed_rules: 0, kept_because: [], is_same: false };
  if (!root) return asItWas;
  // attributes read custom properties and fonts too
  const inline = all(page, '[style]')
    .map(({ attribs }) => attribs.style ?? '')
    .join(' ');
  const kept = new Set<string>();
  const tree = parse(css, { onParseError: () => {} });
  walk(tree, {
    visit: 'Comment',
    enter(_node, item, list) {
      if (item) (list as List<CssNode>).remove(item);
    },
  });
  const removed_rules = dropUnmatched(tree, matches, kept);
  const unread = dropUnread(tree, inline);
  dropAtRules(tree, inline);
  shortenValues(tree);
  if (tree.type === 'StyleSheet') joinRules(tree.children);
  walk(tree, {
    visit: 'Atrule',
    enter(node) {
      if (node.name === 'media' && node.block) joinRules(node.block.children);
    },
  });
  const result = written(tree);
  const is_same = isSameLook(computeStyles(css, matches, root), computeStyles(result, matches, root), unread);
  return is_same && bytesOf(result) < bytesOf(css)
    ? { css: result, removed_rules, kept_because: [...kept].slice(0, 20), is_same }
    : { ...asItWas, is_same };
}

export const cssOptimizer: SkillFunction = ({ context }) => {
  const { css, html } = context.input as { css: string; html: string };
  const made = optimizeCss(css, parsePage(html, new URL('https://page.invalid/')));
  const [bytes_before, bytes_after] = [bytesOf(css), bytesOf(made.css)];
  const phrase = bytes_after < bytes_before ? 'css_small' : 'css_kept';
  const values = { before: bytes_before, after: bytes_after, removed: made.removed_rules };
  return {
    say: sayFrom(webPhrases, context.run.language, phrase, values),
    css: made.css,
    bytes_before,
    bytes_after,
    removed_rules: made.removed_rules,
    kept_because: made.kept_because,
  };
};
