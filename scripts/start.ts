import { parseArgs } from 'node:util';
import { productionBuilds } from '../shop/production-builds.ts';
import { serve } from '../shop/serve.ts';
import { readSettings } from '../shop/settings.ts';
import { step } from './step.ts';

// A wrong setting is told before the build, not after it.
readOrStop();

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean', default: false } } });
if (!values['no-build']) {
  console.log('Building the shop (kept between starts) …');
  const code = await step('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=stream']);
  if (code !== 0) {
    console.error('\nThe build failed; the reason is above.');
    process.exit(code);
  }
}
await serve(productionBuilds());

function readOrStop(): void {
  try {
    readSettings(process.env);
  } catch (error) {
    console.error(`\n${(error as Error).message}\n`);
    process.exit(1);
  }
}
