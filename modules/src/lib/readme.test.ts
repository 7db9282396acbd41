import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('The example in the README is a module that is tested', () => {
  const readme = read('../../README.md');
  for (const file of ['counter.module.ts', 'counter.view.tsx']) {
    expect(readme).toContain(`\n${read(`./testing-fixture/counter/${file}`)}\`\`\``);
  }
});
