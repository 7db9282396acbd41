import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { findChromium } from '../scripts/chromium.ts';

/**
 * Every story is a browser test: it renders, its islands wake up to the same markup, and axe finds nothing. Each runs twice: in
 * English on a desktop by day, and in German on a phone at night.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      stories('English, desktop, light', { locale: 'en', scheme: 'light', viewport: { value: 'desktop' } }),
      stories('German, phone, dark', { locale: 'de', scheme: 'dark', viewport: { value: 'phone' } }),
    ],
  },
});

function stories(
  name: string,
  globals: { locale: string; scheme: string; viewport: { value: string } },
): TestProjectInlineConfiguration {
  return {
    plugins: [storybookTest({ configDir: import.meta.dirname, initialGlobals: globals })],
    test: {
      name,
      testTimeout: 60_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            executablePath: findChromium(),
            // Chromium's sandbox refuses to run as root, which is what a container's only user is.
            args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
