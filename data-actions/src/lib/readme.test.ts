import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, defineSource, many, type } from '../index.ts';
import { createActionEngine, createTagVersions, handleAction } from '../server.ts';

test('the example of the README runs', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const example = readme.match(/```ts\n([\s\S]*?)```/)![1]!;
  const body = example
    .replace(/^import .*$/gm, '')
    // Types are for the compiler.
    .replace('type<{ cents: number }>()', 'type()');
  const run = new Function(
    'defineAction, defineSource, many, type, createActionEngine, createTagVersions, handleAction, z',
    `return (async () => { ${body}; return results; })()`,
  );
  const results = await run(
    defineAction,
    defineSource,
    many,
    type,
    createActionEngine,
    createTagVersions,
    handleAction,
    z,
  );
  expect(results.prices.value).toEqual([{ cents: 1800 }, { cents: 1800 }]);
});

test('every rule of the SPEC has a test, and every test a rule', () => {
  const room = new URL('../../', import.meta.url).pathname;
  const spec = new Set(
    readFileSync(`${room}SPEC.md`, 'utf8')
      .match(/\*\*\[DA-\d+\]\*\*/g)
      ?.map((id) => id.replaceAll('*', '')),
  );
  const tests = globSync('{src,library}/**/*.test.ts', { cwd: room }).map((path) =>
    readFileSync(room + path, 'utf8'),
  );
  const tested = new Set(
    tests
      .flatMap((text) => text.match(/^ *test\(['"](\[DA-\d+\] ?)+/gm) ?? [])
      .flatMap((title) => title.match(/\[DA-\d+\]/g) ?? []),
  );
  expect([...spec].filter((id) => !tested.has(id))).toEqual([]);
  expect([...tested].filter((id) => !spec.has(id))).toEqual([]);
});
