import { defineConfig, devices } from '@playwright/test';

// A Chromium with windows draws two pages behind the address field of each: two thirds of what a test's window costs.
// The others are those that Playwright switches off itself; Chromium heeds the last list alone.
const switchedOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

// One shop, started on a free port with data of its own, is shared by all tests; each test is a new visitor.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './start-shop.ts',
  outputDir: '../../test-results',
  // Only what hangs is ended by it: how long a journey takes is the machine's affair.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second look on busy machines of CI; the report names every test that needed it as flaky, and such a test is to be mended.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    channel: undefined,
    // Recording takes time: only what failed is recorded, by the second look. Pass `--trace on` to see a test's steps.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.VITRINE_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${switchedOff.join(',')}`,
      ],
    },
  },
});
