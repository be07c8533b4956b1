// Reads supabase/catalog (its README says the file format) and hands it to engine.load_catalog with the keys of the files: an agent
// gets its SOUL.md as `soul` and AGENTS.md as `manual`, a skill the templates below its front matter as `prompts`; `active` is
// always said. Called by boot.ts; deploys call it too.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSkillCard, SkillCardError } from '../supabase/catalog/skill-card.ts';
import type { Database } from './database.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = Record<string, Json>;

export interface Catalog {
  agents: Fields[];
  skills: Fields[];
  chains: Fields[];
  plans: Fields[];
  model_routes: Fields[];
}

export function readCatalog(dir: string): Catalog {
  return {
    agents: files(dir, 'agents/*/agent.json').map(readAgent),
    skills: files(dir, 'skills/**/*.md').map(readSkill),
    chains: files(dir, 'chains/*.json').map((file) => withActive(readJson(file))),
    plans: list(readJson(join(dir, 'plans.json')), 'plans'),
    model_routes: list(readJson(join(dir, 'model_routes.json')), 'routes'),
  };
}

function readAgent(file: string): Fields {
  const text = (name: string) => {
    const path = join(dirname(file), name);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  };
  return { ...withActive(readJson(file)), soul: text('SOUL.md'), manual: text('AGENTS.md') };
}

function readSkill(file: string): Fields {
  try {
    return withActive(readSkillCard(readFileSync(file, 'utf8')) as Fields);
  } catch (error) {
    if (error instanceof SkillCardError) throw new Error(`${file}:${error.line}: ${error.message}`, { cause: error });
    throw error;
  }
}

function withActive(fields: Fields): Fields {
  return { ...fields, active: fields.active !== false };
}

function files(dir: string, pattern: string): string[] {
  return globSync(pattern, { cwd: dir })
    .sort()
    .map((file) => join(dir, file));
}

function readJson(file: string): Fields {
  return JSON.parse(readFileSync(file, 'utf8')) as Fields;
}

function list(fields: Fields, name: string): Fields[] {
  return fields[name] as Fields[];
}

/** Loads the catalog when its files changed. False when the database has no engine.load_catalog (an old or foreign schema). */
export async function loadCatalog(db: Database, dir: string): Promise<boolean> {
  const { session } = db;
  const [found] = await session.query<{ verb: string | null }>(`select to_regprocedure('engine.load_catalog(jsonb)')::text verb`);
  if (!found?.verb) return false;
  const catalog = JSON.stringify(readCatalog(dir));
  const hash = createHash('sha256').update(catalog).digest('hex');
  await session.exec('create table if not exists local_stack.catalog (hash text not null)');
  const [loaded] = await session.query<{ hash: string }>('select hash from local_stack.catalog');
  if (loaded?.hash === hash) return true;
  await session.exclusive(async (tx) => {
    await tx.query('select engine.load_catalog($1::text::jsonb)', [catalog]);
    await tx.exec('delete from local_stack.catalog');
    await tx.query('insert into local_stack.catalog values ($1)', [hash]);
  });
  return true;
}
