// Holds a finished page against what a screen reader, a slow line and a browser's safety need. Called by html-generator and landing-page-builder.
import type { Element } from 'domhandler';
import { all, one, type Page, parsePage, visibleText } from '../../../_shared/crawler/page.ts';
import { SkillError } from '../skill.ts';
import { pictureAddress, safeAddress } from './dom.ts';

export type Rule = 'one_h1' | 'heading_order' | 'alt_texts' | 'labels' | 'language' | 'landmarks' | 'no_script' | 'size';
export type Check = { rule: Rule; passed: boolean };

const tags = new Set(
  'html head body meta title style header main footer section div p h1 h2 h3 a b bdi ul ol li dl dt dd figure img form label input select option textarea button small span'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang dir charset name content id class href src alt width height loading for type required autocomplete maxlength min rows value method action tabindex aria-labelledby aria-describedby aria-hidden'.split(
    ' ',
  ),
);
export const maxBytes = 60_000;
/** What a phone on 2G waits four seconds for. */
export const maxLandingBytes = 30_000;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Everything on the page is on the list: no script, no event, no style attribute, no address but the safe ones. */
function isHarmless(page: Page): boolean {
  return all(page, '*').every(({ name, attribs }) => {
    if (!tags.has(name) || Object.keys(attribs).some((attribute) => !attributes.has(attribute))) return false;
    if (name === 'style' && /@import|url\(|expression|<\//i.test(text(page, 'style'))) return false;
    if (attribs.href !== undefined && safeAddress(attribs.href) === null) return false;
    const src = attribs.src;
    return src === undefined || pictureAddress(src.replace(/^\/media\//, '')) !== null;
  });
}

const text = (page: Page, selector: string): string =>
  all(page, selector)
    .map((found) => found.children.map((child) => ('data' in child ? child.data : '')).join(''))
    .join('\n');

function isInOrder(headings: Element[]): boolean {
  const levels = headings.map(({ name }) => Number(name[1]));
  return levels.every((level, at) => level - (levels[at - 1] ?? 0) <= 1) && headings.every((heading) => visibleText(heading).trim() !== '');
}

export function checkPage(html: string, most = maxBytes): Check[] {
  const page = parsePage(html, new URL('https://page.invalid/'));
  const fields = all(page, 'input, select, textarea');
  const labels = new Set(all(page, 'label[for]').map(({ attribs }) => attribs.for));
  const root = one(page, 'html');
  const checks: Record<Rule, boolean> = {
    one_h1: all(page, 'h1').length === 1,
    heading_order: isInOrder(all(page, 'h1, h2, h3, h4, h5, h6')),
    alt_texts: all(page, 'img').every(({ attribs }) => 'alt' in attribs && Boolean(attribs.width && attribs.height)),
    labels: fields.every(({ attribs }) => labels.has(attribs.id ?? '')),
    language: /^(?:mg|fr|en|ar)$/.test(root?.attribs.lang ?? '') && (root?.attribs.dir === 'rtl') === (root?.attribs.lang === 'ar'),
    landmarks: all(page, 'main').length === 1 && all(page, 'header').length === 1,
    no_script: isHarmless(page),
    size: bytesOf(html) <= most,
  };
  return Object.entries(checks).map(([rule, passed]) => ({ rule: rule as Rule, passed }));
}

/** @throws SkillError page_unfit {rules}: a page that a screen reader cannot read is not finished */
export function assertFit(checks: Check[]): void {
  const failed = checks.filter(({ passed }) => !passed).map(({ rule }) => rule);
  if (failed.length > 0) throw new SkillError('page_unfit', { rules: failed }, false);
}
