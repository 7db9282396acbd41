import { step } from './step.ts';

// npm run storybook            every module on a page of its own, while you work on it
// npm run storybook -- build   the same as a folder of files, storybook-static
// npm run storybook -- test    every story as a browser test

const [what = 'dev', ...rest] = process.argv.slice(2);
const commands: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  dev: ['storybook', 'dev', '--port', '6006', '--no-open', '--disable-telemetry'],
  build: ['storybook', 'build', '--output-dir', 'storybook-static', '--quiet', '--disable-telemetry'],
  test: ['vitest', 'run', '--config', '.storybook/vitest.config.ts'],
};

const chosen = commands[what];
if (chosen) {
  const [command, ...args] = chosen;
  process.exitCode = await step(command, [...args, ...rest]);
} else {
  console.error(`There is no "storybook ${what}". Expected one of: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 1;
}
