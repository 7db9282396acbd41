import { parseArgs } from 'node:util';
import { productionBuilds } from '../shop/production-builds.ts';
import { serve } from '../shop/serve.ts';
import { step } from './step.ts';

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
