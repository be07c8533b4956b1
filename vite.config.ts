// Builds the PWA: paraglide turns messages/ into functions, SvelteKit does the rest.
import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { i18n } from './i18n.config.ts';
import { leanDatabase, leanMessages, neverHydrates } from './lean-client.ts';

// Empty URL = the API lives on the app's own origin, as in `npm start`.
const defaults = { PUBLIC_SUPABASE_URL: '', PUBLIC_SUPABASE_KEY: 'sb_publishable_local' };
for (const [name, value] of Object.entries({ ...defaults, ...loadEnv('', '.', 'PUBLIC_') })) process.env[name] ??= value;

const stack = process.env.NEXIO_STACK ?? 'http://127.0.0.1:5640';

/**
 * Is the module fetched with the first card that can be read: what the layout and the decide screen import, and the messages they say?
 * What is imported later (sheets, the socket, sentences of errors) is not.
 */
function firstCard(): (id: string, modules: Modules) => boolean {
  let found: Set<string> | undefined;
  const clean = (id: string) => id.replaceAll('\\', '/').replace(/\?.*/, '');
  return (id, modules) => {
    if (!found) {
      found = new Set();
      const said = new Set<string>();
      // The page for what is not there is always fetched.
      const open = ['+layout.svelte', '+layout.ts', 'decide/[[id]]/+page.svelte', '../+error.svelte'].map((file) =>
        join(import.meta.dirname, 'app/routes/(app)', file),
      );
      for (let next = open.pop(); next; next = open.pop()) {
        const info = modules.getModuleInfo(next);
        if (found.has(clean(next)) || !info || /paraglide\/messages(\.js|\/_index)/.test(next)) continue;
        found.add(clean(next));
        open.push(...info.importedIds);
        for (const [, name] of info.code?.matchAll(/\bm\.([a-z]\w+)/g) ?? []) if (name) said.add(name);
      }
      for (const name of said) found.add(join(import.meta.dirname, `app/paraglide/messages/${name}.js`));
      // plural forms
      found.add(join(import.meta.dirname, 'app/paraglide/registry.js'));
    }
    return found.has(clean(id));
  };
}
const isFirst = firstCard();
type Modules = { getModuleInfo: (id: string) => { code: string | null; importedIds: readonly string[] } | null };

/** What the approvals need to be read travels as two files, one of packages: on a phone each request costs more than its bytes. The rest stays split by page. */
const shareCore: Plugin = {
  name: 'nexio-share-core',
  config: () => ({
    environments: {
      client: {
        build: {
          // A list of the files of all pages would travel with the first one: a page's script names its own, only its styles must be told.
          modulePreload: { resolveDependencies: (_file, needed) => needed.filter((file) => file.endsWith('.css')) },
          rolldownOptions: {
            // Entries keep their own names; the shared file may add to them.
            preserveEntrySignatures: 'allow-extension',
            output: {
              codeSplitting: {
                includeDependenciesRecursively: false,
                groups: [
                  {
                    name: 'packages',
                    test: /node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)[\\/]|preload-helper|generated[\\/]root\.|rolldown[\\/]runtime/,
                    priority: 4,
                  },
                  // Pages keep their own file, so that only who decides fetches the decide screen.
                  {
                    name: (id, modules) => (/[\\/]routes[\\/].*(\+|\[\[id)/.test(id) || !isFirst(id, modules) ? null : 'core'),
                    priority: 3,
                  },
                  // Forms are not needed to read.
                  {
                    name: 'forms',
                    test: /ui[\\/](Field|TextArea|Select|Choice)\.|draft\.svelte\.ts|ui_(show|hide)_password|api[\\/]auth\.ts/,
                    priority: 2,
                  },
                  { name: 'steps', test: /messages[\\/]step_|step-names/, priority: 2 },
                  { name: 'common', test: /[\\/]app[\\/](lib|paraglide)[\\/]/, minShareCount: 3 },
                ],
              },
            },
          },
        },
      },
    },
  }),
};

export default defineConfig({
  plugins: [paraglideVitePlugin(i18n), sveltekit(), neverHydrates, leanMessages, leanDatabase, shareCore],
  server: {
    host: '127.0.0.1',
    // `npm run dev` draws with hot reload over a stack started by `npm start`.
    proxy: Object.fromEntries(
      ['/rest/v1', '/auth/v1', '/storage/v1', '/functions/v1', '/realtime/v1', '/_local'].map((path) => [
        path,
        { target: stack, ws: true },
      ]),
    ),
  },
});
