// Skill html-generator: blocks into clean HTML that works on every phone. In web-skills.ts.
import { all, bounded, parsePage, visibleText } from '../../../_shared/crawler/page.ts';
import { sayFrom } from '../say.ts';
import type { SkillFunction } from '../skill.ts';
import { assertFit, bytesOf, checkPage } from './check-page.ts';
import { type PageBrand, type PageLanguage, readBlocks, readPictures, type Seo } from './page-shapes.ts';
import { renderPage } from './render-page.ts';
import { webPhrases } from './web-phrases.ts';

type Input = { blocks: unknown[]; brand: PageBrand; seo: Seo; language: PageLanguage; pictures?: unknown[] };

/** @throws SkillError page_unfit when a check is false */
export const htmlGenerator: SkillFunction = ({ context }) => {
  const { blocks: given, brand, seo, language, pictures } = context.input as Input;
  const blocks = readBlocks(given);
  const html = renderPage({ blocks, brand, seo, language, pictures: readPictures(pictures) });
  const checks = checkPage(html);
  assertFit(checks);
  const page = parsePage(html, new URL('https://page.invalid/'));
  const headings = all(page, 'h1, h2, h3').map((heading) => bounded(visibleText(heading), 160));
  const bytes = bytesOf(html);
  const values = { size: Math.round(bytes / 100) / 10, blocks: blocks.length };
  return { say: sayFrom(webPhrases, context.run.language, 'page_written', values), html, bytes, headings: headings.slice(0, 40), checks };
};
