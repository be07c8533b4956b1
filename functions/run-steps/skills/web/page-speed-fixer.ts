// Skill page-speed-fixer: how heavy a page is, and a lighter draft of a page that is ours. Made with the crawler's options by web-skills.ts.
import { all, collapse, parsePage, visibleText } from '../../../_shared/crawler/page.ts';
import { sayFrom } from '../say.ts';
import { SkillError, type SkillFunction } from '../skill.ts';
import { bytesOf } from './check-page.ts';
import { optimizeCss } from './css-optimizer.ts';
import { figuresOf, type Measured, type MeasureOptions, measurePage } from './measure-page.ts';
import { type SpeedFinding, speedFindings } from './speed-findings.ts';
import { cures } from './speed-words.ts';
import { webPhrases } from './web-phrases.ts';

type Input = { page: string; fix: boolean; html?: string };

const here = new URL('https://nexio.invalid/');
const shown = (html: string): string =>
  collapse(
    parsePage(html, here)
      .document.children.map((node) => visibleText(node, 200_000))
      .join(' '),
  );

/** A page of ours has no files beside it but pictures; those are weighed where they are served. */
function ownPage(html: string): Measured {
  return { url: here, html, page: parsePage(html, here), bytes: bytesOf(html), redirects: 0, resources: [] };
}

/** Style elements without what the page does not use; thrown away when the visible text would change. */
function lighten(html: string): string {
  const page = parsePage(html, here);
  let lighter = html;
  for (const style of all(page, 'style')) {
    const css = style.children.map((child) => ('data' in child ? child.data : '')).join('');
    const made = css.trim() ? optimizeCss(css, page).css : css;
    if (made.length < css.length) lighter = lighter.replace(css, () => made);
  }
  return shown(lighter) === shown(html) ? lighter : html;
}

/** @throws CrawlError when a page elsewhere cannot be read, SkillError input_missing for a page of ours without its html */
export const pageSpeedFixer =
  (options: MeasureOptions): SkillFunction =>
  async ({ context, signal }) => {
    const { page, fix, html } = context.input as Input;
    const isOurs = html !== undefined && html !== '';
    if (!isOurs && page.startsWith('page-')) throw new SkillError('input_missing', { field: 'html' }, false);
    const measured = isOurs ? ownPage(html) : await measurePage(page, options, signal);
    const before = figuresOf(measured);
    const lighter = isOurs && fix ? lighten(html) : '';
    const isFixed = isOurs && lighter !== '' && lighter.length < html.length;
    const after = isFixed ? figuresOf(ownPage(lighter)) : null;
    const { language } = context.run;
    const tell = ({ rule, what, saves_bytes }: SpeedFinding) => {
      const fixed = isFixed && rule === 'unused_css';
      return { rule, what, saves_bytes, fixed, how: sayFrom(cures, language, fixed ? 'done' : rule).slice(0, 240) };
    };
    const findings = speedFindings(measured).map(tell);
    const kb = (bytes: number) => Math.round(bytes / 100) / 10;
    const values = { kb: kb(before.bytes), requests: before.requests, seconds: before.slow_3g_seconds, findings: findings.length };
    const fixedWords = after ? sayFrom(webPhrases, language, 'speed_fixed', { before: kb(before.bytes), after: kb(after.bytes) }) : '';
    return {
      say: `${sayFrom(webPhrases, language, 'speed', values)} ${fixedWords}`.trim(),
      before,
      after,
      findings,
      html: isFixed ? lighter : '',
    };
  };
