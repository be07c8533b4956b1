// `npm run help`: the help pages of supabase/catalog/help as one file that functions can carry along (their folder is all that a deploy uploads).
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { format } from 'prettier';
import { parse } from 'yaml';
import { projectDir } from './paths.ts';

export const helpFile = join(projectDir, 'functions/_shared/help-pages.json');

type HelpPage = { id: string; language: string; title: string; route: string; asked: string[]; text: string };

/** One page a file: front matter title, route and how people ask for it, then the passage. In the order of their addresses. */
export function readHelp(dir: string): HelpPage[] {
  return globSync('*/*.md', { cwd: dir })
    .toSorted()
    .map((file) => {
      const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(dir, file), 'utf8')) ?? [];
      const { title, route, asked } = parse(head) as Pick<HelpPage, 'title' | 'route' | 'asked'>;
      return { id: basename(file, '.md'), language: dirname(file), title, route, asked, text: text.trim() };
    });
}

export const bundleHelp = async (dir = join(projectDir, 'supabase/catalog/help')): Promise<string> =>
  format(JSON.stringify(readHelp(dir)), { parser: 'json', printWidth: 140 });

if (import.meta.main) writeFileSync(helpFile, await bundleHelp());
