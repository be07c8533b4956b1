// Holds the rules of the rooms: who may import whom, who may read the clock, how long a file may be.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const generated = /^(supabase\/database\.types\.ts|app\/paraglide\/|package-lock\.json)/;
const code = tracked.filter((path) => /\.(ts|mjs|js|svelte|sql)$/.test(path) && !generated.test(path) && !path.endsWith('.d.ts'));
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const inRoom = (...rooms: string[]) => code.filter((path) => rooms.some((room) => path.startsWith(`${room}/`)));
const isTest = (path: string) => path.startsWith('tests/') || path.endsWith('.test.ts');

/** Repo paths that a file imports, `$lib`, `$supabase` and relative ones; packages are left out. */
function imports(path: string): string[] {
  const found = text(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return [relative(root, normalize(join(root, dirname(path), name)))];
    if (name.startsWith('$lib/')) return [name.replace('$lib', 'app/lib')];
    if (name.startsWith('$supabase/')) return [name.replace('$supabase', 'supabase')];
    return [];
  });
}

/** `file -> import` of every import that `refused` says no to: the list a failing test prints. */
function breaches(files: string[], refused: (target: string, from: string) => boolean): string[] {
  return files.flatMap((from) =>
    imports(from)
      .filter((target) => refused(target, from))
      .map((target) => `${from} -> ${target}`),
  );
}

const matching = (files: string[], pattern: RegExp) => files.filter((path) => pattern.test(text(path)));

describe('rooms', () => {
  test('a function never imports another function', () => {
    const home = (path: string) => path.split('/')[1];
    expect(
      breaches(inRoom('functions'), (to, from) => to.startsWith('functions/') && home(to) !== home(from) && home(to) !== '_shared'),
    ).toEqual([]);
    expect(breaches(inRoom('functions/_shared'), (to) => to.startsWith('functions/') && home(to) !== '_shared')).toEqual([]);
  });

  test('app takes only the shapes, types and catalog of supabase/ from outside, functions nothing: a deploy uploads their folder alone', () => {
    const shipped = (room: string) => inRoom(room).filter((path) => !isTest(path));
    expect(breaches(shipped('functions'), (to) => !to.startsWith('functions/'))).toEqual([]);
    expect(
      breaches(shipped('app'), (to) => !to.startsWith('app/') && !/^supabase\/(payloads\.ts|database\.types|catalog\/)/.test(to)),
    ).toEqual([]);
    // the shapes live in supabase/; functions see them through a link inside their own folder
    expect(realpathSync(join(root, 'functions/_shared/payloads.ts'))).toBe(realpathSync(join(root, 'supabase/payloads.ts')));
  });

  test('the render worker stands alone but for what functions share', () => {
    const shipped = inRoom('render').filter((path) => !isTest(path));
    expect(shipped.length).toBeGreaterThan(0);
    expect(breaches(shipped, (to) => !/^(render|functions\/_shared)\//.test(to))).toEqual([]);
  });

  test('functions import the installed version of each package', () => {
    const installed = (name: string) => (JSON.parse(text(`node_modules/${name}/package.json`)) as { version: string }).version;
    const maps = tracked.filter((path) => /^functions\/[^/]+\/deno\.json$/.test(path));
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps) {
      const { imports: named } = JSON.parse(text(map)) as { imports: Record<string, string> };
      expect(named, map).toEqual(Object.fromEntries(Object.keys(named).map((name) => [name, `npm:${name}@${installed(name)}`])));
    }
  });

  test('nobody but tests imports the embedded stack', () => {
    expect(
      breaches(
        code.filter((path) => !path.startsWith('local/') && !isTest(path)),
        (to) => to.startsWith('local/'),
      ),
    ).toEqual([]);
  });

  test('the design system has no data access', () => {
    expect(breaches(inRoom('app/lib/ui'), (to) => /^app\/lib\/(api|actions|offline)\//.test(to))).toEqual([]);
  });

  test('only lib/api calls the database', () => {
    const others = inRoom('app').filter((path) => !path.startsWith('app/lib/api/') && !isTest(path));
    expect(matching(others, /\.rpc\(|(?<!Array|Uint8Array|Buffer|Object)\.from\(\s*['"`]/)).toEqual([]);
  });

  test('the engine reads time only from engine.now()', () => {
    const clock =
      /(?<![\w.])(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(date|timestamp|time)\b|\blocaltime/i;
    const bodies = inRoom('migrations').filter((path) => /^migrations\/202611200[123]/.test(path));
    const offending = bodies.flatMap((path) =>
      text(path)
        .split('\n')
        .flatMap((line, at) => (clock.test(line.replace(/--.*$/, '')) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    );
    expect(offending).toEqual([]);
  });
});

test('every migration has a number of its own', () => {
  const versions = inRoom('migrations').map((path) => path.slice('migrations/'.length).split('_')[0]);
  expect(versions.filter((version, at) => versions.indexOf(version) !== at)).toEqual([]);
});

describe('files', () => {
  test('are at most 350 lines', () => {
    expect(code.filter((path) => text(path).split('\n').length > 351)).toEqual([]);
  });

  test('open with a line that says what they own', () => {
    const opening = (path: string) =>
      text(path)
        .replace(/^#!.*\n/, '')
        .trimStart();
    const lines = /^(\/\/|\/\*|<!--|--)/;
    const svelte = /^(<!--|<script[^>]*>\s*(\/\/|\/\*))/;
    expect(code.filter((path) => !(path.endsWith('.svelte') ? svelte : lines).test(opening(path)))).toEqual([]);
  });

  test('have names, not drawers', () => {
    expect(tracked.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(path))).toEqual([]);
    const barrels = code.filter((path) => /(^|\/)index\.ts$/.test(path) && /^\s*export \* from/m.test(text(path)));
    expect(barrels).toEqual([]);
  });

  test('leave nothing undone, skipped or untyped', () => {
    const self = 'tests/architecture.test.ts';
    const marks = /\b(TODO|FIXME)\b|@ts-ignore|@ts-expect-error|\b(describe|it|test)\.(skip|only|todo)\b|\bas any\b|: any\b(?! [a-z])/;
    const left = code
      .filter((path) => path !== self)
      .flatMap((path) =>
        text(path)
          .split('\n')
          .flatMap((line, at) => (marks.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
      );
    expect(left).toEqual([]);
  });

  test('relative TypeScript imports end in .ts', () => {
    const from = inRoom('functions', 'local', 'tests', 'supabase').filter((path) => path.endsWith('.ts'));
    expect(breaches(from, (to) => !/\.(ts|js|mjs|json|svelte|css)$/.test(to))).toEqual([]);
  });
});
