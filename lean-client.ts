// What the browser's build leaves out because this app never uses it. vite.config.ts takes these plugins; each refuses a source it does not know,
// so that an update of a package breaks the build and not a phone.
import type { Plugin } from 'vite';

const inBrowser = (plugin: Omit<Plugin, 'applyToEnvironment'>): Plugin => ({
  ...plugin,
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
});

function replaceAll(code: string, file: string, changes: [from: string | RegExp, to: string][]): string {
  for (const [from, to] of changes) {
    const next = code.replace(from, to);
    if (next === code) throw new Error(`lean-client.ts no longer knows ${file}: ${String(from)} is not in it.`);
    code = next;
  }
  return code;
}

/**
 * Pages with a script are drawn on the phone (`ssr = false`), pages from the server have none (`csr = false`): nothing is ever hydrated.
 * Svelte guards its hydration, legacy and async code with these variables; as constants they let the bundler drop it.
 */
export const neverHydrates = inBrowser({
  name: 'nexio-never-hydrates',
  transform: {
    filter: {
      id: /svelte[\\/]src[\\/](internal[\\/]client[\\/]dom[\\/](hydration|elements[\\/]custom-element)|internal[\\/]flags[\\/]index|legacy[\\/]legacy-client)\.js$|runtime[\\/]client[\\/]client\.js$/,
    },
    handler(code, id) {
      // Unless told so, a class made on loading counts as used.
      if (id.endsWith('custom-element.js')) return { code, moduleSideEffects: false };
      if (id.endsWith('hydration.js'))
        return replaceAll(code, id, [
          ['export let hydrating = false;', 'export const hydrating = false;'],
          ['hydrating = value;', "if (value) throw new Error('never hydrates');"],
        ]);
      // Pages that load on the server (the public ones) have no script: no page of the router asks the server for data.
      if (id.endsWith('client/client.js')) return replaceAll(code, id, [[/__SVELTEKIT_HAS_SERVER_LOAD__/g, 'false']]);
      if (id.endsWith('legacy-client.js')) return replaceAll(code, id, [['options.hydrate ? hydrate : mount', 'mount']]);
      return replaceAll(code, id, [
        [/export let (\w+_flag) = false;/g, 'export const $1 = false;'],
        [/(\w+_flag) = true;/g, "throw new Error('$1 is off');"],
        [/\tasync_mode_flag = false;/, ''],
      ]);
    },
  },
});

const word = /^const (\w\w)_\w+ = .*? \((?:i)?\) => \{\n\treturn \/\*\* @type \{LocalizedString\} \*\/ \((`(?:[^`\\]|\\.)*`)\)\n\};$/gm;

/**
 * A message of paraglide is a function a language and a function that chooses. Those without plural forms become one call:
 * `pick(options, mg, fr, en, ar)`, the languages in the order of runtime.js.
 */
export const leanMessages = inBrowser({
  name: 'nexio-lean-messages',
  transform: {
    filter: { id: /app[\\/]paraglide[\\/](messages[\\/](?!_index)\w+|runtime)\.js$/ },
    handler(code, id) {
      // boot.js has chosen the language before anything is drawn.
      if (id.endsWith('runtime.js'))
        return `${replaceAll(code, id, [[/export let getLocale = \(\) => \{[^]*?\n\};/, 'export let getLocale = () => document.documentElement.lang;']])}\nexport const pick = (options, ...words) => words[locales.indexOf(options?.locale ?? getLocale())];\n`;
      const words = [...code.matchAll(word)];
      const name = /^export const (\w+) = /m.exec(code)?.[1];
      if (code.includes('registry.')) return null;
      const languages = words.map(([, language]) => language).join();
      if (!name || languages !== 'mg,fr,en,ar') throw new Error(`lean-client.ts no longer knows ${id}: found ${languages}.`);
      return `import { pick } from '../runtime.js';\nexport const ${name} = (i, options) => pick(options, ${words.map(([, , text]) => text).join(', ')});\n`;
    },
  },
});

/** Nobody walks a store with `for await`: that half of idb stays out. */
export const leanDatabase = inBrowser({
  name: 'nexio-lean-database',
  transform: {
    filter: { id: /node_modules[\\/]idb[\\/]build[\\/]index\.js$/ },
    handler: (code, id) => replaceAll(code, id, [[/const advanceMethodProps = \[[^]*?(?=\nexport \{)/, '']]),
  },
});
