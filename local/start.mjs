// `npm start`: installs what is missing, builds the app when its sources changed, then runs serve.ts on the Node 24 that comes with the
// packages. Starts on any Node from 20 with nothing installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, installPackages, node24, packagesAreCurrent, project, run, step } from './setup.mjs';

const buildSources = [
  'app',
  'static',
  'messages',
  'project.inlang',
  'i18n.config.ts',
  'vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
  'supabase/payloads.ts',
  'supabase/catalog/skill-card.ts',
  'supabase/catalog/words',
  'supabase/catalog/agents',
];
const buildMark = join(project, 'build', '.sources');

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Nexio needs Node 20 or newer; this is ${process.version}. See https://nodejs.org`);
process.chdir(project);

if (!packagesAreCurrent()) {
  await step('[1/3] Installing packages (the first time takes a minute or two)', installPackages);
}
const node = node24();
if (existsSync('app/app.html') && buildMarkText() !== sourcesHash()) {
  await step('[2/3] Building the app', build);
}
console.log('[3/3] Starting database and services');
serve();

async function build() {
  const hash = sourcesHash();
  const log = [];
  if (!(await run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'], log))) {
    process.stderr.write(Buffer.concat(log));
    fail('The app could not be built; see above.');
  }
  writeFileSync(buildMark, hash);
}

function buildMarkText() {
  return existsSync(buildMark) ? readFileSync(buildMark, 'utf8') : '';
}

function sourcesHash() {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      // paraglide writes its output among the sources
      for (const name of readdirSync(path).sort()) if (name !== 'paraglide' && name !== 'cache') add(join(path, name));
    } else hash.update(path).update(readFileSync(path));
  };
  buildSources.forEach(add);
  return hash.digest('hex');
}

/** Runs the stack; its end is our end. Signals are handed on, and should this process die, the stack notices. */
function serve() {
  const child = spawn(
    node,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', join('local', 'serve.ts'), ...process.argv.slice(2)],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
