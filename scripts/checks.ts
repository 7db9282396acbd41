import type { Step } from './step.ts';

/** Everything that can be known without running the product: types, lint, walls, generated files, dead code. */
export const checks: readonly Step[] = [
  { title: 'generated files are current', command: 'node', args: ['scripts/generate.ts', '--check'] },
  { title: 'types', command: 'tsc', args: ['-p', '.'] },
  { title: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { title: 'walls between rooms (turbo boundaries)', command: 'turbo', args: ['boundaries'] },
  {
    title: 'walls inside rooms (dependency-cruiser)',
    command: 'depcruise',
    args: ['--config', 'dependency-cruiser.config.mjs', '.'],
  },
  { title: 'nothing unused (knip)', command: 'knip', args: [] },
];
