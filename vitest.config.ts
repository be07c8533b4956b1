// Two kinds of test: plain ones in Node (*.test.ts beside the code and in tests/), components in a real browser (app/**/*.svelte.test.ts).
import { playwright } from '@vitest/browser-playwright';
import { globSync } from 'node:fs';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './tests/chromium.ts';

const components = 'app/**/*.svelte.test.ts';
const browserTests: TestProjectConfiguration = {
  extends: './vite.config.ts',
  test: {
    name: 'components',
    include: [components],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumArgs } }),
      instances: [{ browser: 'chromium', viewport: { width: 360, height: 740 } }],
    },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: { name: 'app', environment: 'node', include: ['app/**/*.test.ts'], exclude: [components] },
      },
      {
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['{functions,local,render}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...(globSync(components).length > 0 ? [browserTests] : []),
    ],
  },
});
