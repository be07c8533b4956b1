// The journeys of tests/e2e: a phone (360 x 740) in French and in Arabic, one whole day in Malagasy, on the real stack with a fresh database. One
// worker: two cores serve the database, the functions and the browser.
import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath, hasBus } from './tests/chromium.ts';

// Workers evaluate this file again and inherit the choice.
const anyPort = () => String(21_000 + Math.floor(Math.random() * 20_000));
process.env.E2E_PORT ??= anyPort();
process.env.E2E_SITES_PORT ??= anyPort();
// serve.ts ends when this process is gone, however it went.
process.env.E2E_RUNNER ??= String(process.pid);
const url = `http://127.0.0.1:${process.env.E2E_PORT}`;

const phone = (locale: string) => ({
  name: locale.slice(0, 2),
  use: { locale, extraHTTPHeaders: { 'accept-language': locale }, viewport: { width: 360, height: 740 }, hasTouch: true },
});

/** The day in Malagasy is a project of its own. */
const day = /a-day\.spec/;
// in CI it fails where there is none
const leftOut = process.env.CI || hasBus() ? [day] : [day, 'lock-screen.spec.ts'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/journeys',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: url,
    timezoneId: 'Indian/Antananarivo',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumArgs },
  },
  projects: [...['fr-FR', 'ar-EG'].map((locale) => ({ ...phone(locale), testIgnore: leftOut })), { ...phone('mg-MG'), testMatch: day }],
  webServer: {
    command: 'node tests/e2e/serve.ts',
    wait: { stdout: /Journeys on/ },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
});
