/** Goals 1 to 4 of the runtime: ratios of responses per CPU second inside one run. Goals 5 to 7 are counted in tests. */
export const goals: readonly { number: string; of: string; beside: string; least: number }[] = [
  { number: '1 (gzip)', of: 'ours-full', beside: 'constant-gzip', least: 0.8 },
  { number: '1 (identity)', of: 'ours-full-identity', beside: 'constant', least: 0.8 },
  { number: '2', of: 'ours-holes', beside: 'constant-gzip', least: 0.6 },
  { number: '2', of: 'ours-holes', beside: 'react', least: 20 },
  { number: '2', of: 'ours-holes', beside: 'gzip-middleware', least: 12 },
  { number: '3', of: 'ours-react3', beside: 'react', least: 3.5 },
  { number: '3', of: 'ours-react3', beside: 'builder', least: 10 },
  { number: '4', of: 'ours-cold', beside: 'react', least: 0.8 },
  { number: '4', of: 'ours-cold', beside: 'puck', least: 1.2 },
  { number: '4', of: 'ours-cold', beside: 'builder', least: 2.5 },
];
