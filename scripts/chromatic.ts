import { step } from './step.ts';

// For teams with a Chromatic account; everybody else has the stories' own browser tests.
if (!process.env.CHROMATIC_PROJECT_TOKEN) {
  console.error('Chromatic needs a project token: CHROMATIC_PROJECT_TOKEN=… npm run chromatic');
  process.exit(1);
}
const built = await step('node', ['scripts/storybook.ts', 'build']);
// Fetched when it is used: it talks to the network whatever it is asked to do, so it has no place in the installation.
process.exitCode =
  built || (await step('npx', ['--yes', 'chromatic@18.14.3', '--storybook-build-dir', 'storybook-static']));
