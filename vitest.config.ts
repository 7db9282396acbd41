import { cssModules } from '@vitrine/modules/vite';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/chromium.ts';

/** Unit, property, contract and integration tests. Stories have their own project in `.storybook/vitest.config.ts`. */
export default defineConfig({
  resolve: { conditions: ['node', 'import', 'module', 'default'] },
  css: cssModules,
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/build/**', 'shop/e2e/**', 'bench/peers/**'],
    css: { include: /.+/, modules: { classNameStrategy: 'scoped' } },
    // By default one core is left idle, which on two is half the machine: most tests wait for a database in their own process.
    maxWorkers: '100%',
    // Files share the modules of their worker: importing them for each anew takes as long as the tests. What a test does to the whole
    // process is undone before the next.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Only what hangs is ended by it: how long a test takes is the machine's affair.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A second look on busy machines of CI, as in the shop's browser tests: the report names what needed it.
    retry: process.env.CI ? 2 : 0,
    globalSetup: ['./scripts/vitest-setup.ts'],
    // Tests that need a browser are skipped where this is empty.
    env: { VITRINE_CHROMIUM: findChromium() ?? '' },
  },
});
