import { runSteps } from './step.ts';

process.exitCode =
  (await runSteps([
    { title: 'generate', command: 'node', args: ['scripts/generate.ts'] },
    { title: 'format and safe fixes', command: 'biome', args: ['check', '--write', '.'] },
  ])) === 0
    ? 0
    : 1;
