import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// A rule that no test names is a wish. Rules stand in bold in a room's SPEC.md, `**[CART-7]**`, several as `**[WALK-1…3]**`; a
// test names one in its title or in its table. The test may stand in another room, which shows what this one promises (the
// browser tests of `shop` do), unless more rooms than one have a rule of that name.

const root = join(import.meta.dirname, '..');
const exclude = (name: string) => /^(node_modules|build|\.git|\.turbo|dist)$/.test(name);
const find = (pattern: string) => globSync(pattern, { cwd: root, exclude });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const ID = /([A-Z]+(?:-[A-Z]+)*)-(\d+)(?: ?… ?(\d+))?/g;

/** The rules a SPEC promises. */
function rulesOf(spec: string): readonly string[] {
  const bold = spec.match(/\*\*[^*]+\*\*/g) ?? [];
  return bold.flatMap((text) =>
    [...text.matchAll(ID)].flatMap(([, name, first, last]) =>
      Array.from(
        { length: Number(last ?? first) - Number(first) + 1 },
        (_, at) => `${name}-${Number(first) + at}`,
      ),
    ),
  );
}

/** The rules that tests name: `[CART-7]` in a title, `'CART-7'` in a table. */
function namedIn(tests: readonly string[]): ReadonlySet<string> {
  return new Set(
    tests.flatMap((test) => [...test.matchAll(/[['"]([A-Z]+(?:-[A-Z]+)*-\d+)[\]'"]/g)].map(([, id]) => id!)),
  );
}

const roomOf = (path: string) => path.split(/[\\/]/)[0]!;
const specs = Map.groupBy(find('*/**/SPEC.md'), roomOf);
const tests = Map.groupBy(find('*/**/*.{test,contract,spec}.{ts,tsx}'), roomOf);
const promised = new Map(
  [...specs].map(([room, paths]) => [room, paths.flatMap((path) => rulesOf(read(path)))]),
);
const named = new Map([...tests].map(([room, paths]) => [room, namedIn(paths.map(read))]));

describe.each([...promised].sort())('the rules of %s', (room, rules) => {
  const elsewhere = new Set([...promised].flatMap(([other, theirs]) => (other === room ? [] : theirs)));
  const proves = (id: string, where: string) =>
    named.get(where)!.has(id) && (where === room || where === 'shop' || !elsewhere.has(id));

  it('are there, each once', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([]);
  });

  it('have a test each', () => {
    expect(rules.filter((id) => ![...named.keys()].some((where) => proves(id, where)))).toEqual([]);
  });
});

it('a rule that no test names is found', () => {
  expect(rulesOf('- **[CART-7]** One. **[WALK-1…3]** Three. [CART-8] is mentioned.')).toEqual([
    'CART-7',
    'WALK-1',
    'WALK-2',
    'WALK-3',
  ]);
  expect([...namedIn(["it('[CART-7] [RT-URL-1] x')", "['DOC-1', 1]"])]).toEqual([
    'CART-7',
    'RT-URL-1',
    'DOC-1',
  ]);
});
