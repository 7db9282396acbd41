import { checks } from './checks.ts';
import { ensureChromium } from './chromium.ts';
import { runSteps } from './step.ts';

// The whole proof. `npm test -- --only TITLE` runs the steps whose title holds TITLE.
const only = process.argv[2] === '--only' ? process.argv[3] : undefined;
const browser = { VITRINE_CHROMIUM: ensureChromium() };
const steps = [
  ...checks,
  { title: 'unit, property and contract tests', command: 'vitest', args: ['run'] },
  {
    title: 'stories in the browser',
    command: 'vitest',
    args: ['run', '--config', '.storybook/vitest.config.ts'],
    env: browser,
  },
  { title: 'static Storybook', command: 'node', args: ['scripts/storybook.ts', 'build'] },
  { title: 'build of the shop', command: 'turbo', args: ['run', 'build'] },
  {
    title: 'the shop in a browser',
    command: 'playwright',
    args: ['test', '--config', 'shop/e2e/playwright.config.ts'],
    env: browser,
  },
].filter((one) => !only || one.title.includes(only));

process.exitCode = (await runSteps(steps)) === 0 ? 0 : 1;
