import { describe, expect, test } from 'vitest';
import type { DocumentFacts } from '../../app/backend.ts';
import { positionAt, withPlace } from '../../app/document-order.ts';
import { pageRows, stepFrom } from './page-rows.ts';
import { treeDrop } from './tree-drop.ts';

/** `about`, `about/team`: below what stands before the slash; in that order. */
function documents(...trails: string[]): readonly DocumentFacts[] {
  const counts = new Map<string, number>();
  return trails.map((trail) => {
    const [id = '', parent] = trail.split('/').toReversed();
    const position = counts.get(parent ?? '') ?? 0;
    counts.set(parent ?? '', position + 1);
    return { id, kind: 'page', name: id, paths: {}, isChanged: false, position, ...(parent && { parent }) };
  });
}

const all = { folded: new Set<string>(), words: '' };
const shown = (list: readonly DocumentFacts[], options = all) =>
  pageRows(list, 'page', options).map(({ document, depth }) => `${'-'.repeat(depth)}${document.id}`);
const trashed = (list: readonly DocumentFacts[], id: string) =>
  list.map((each) => (each.id === id ? { ...each, trashedAt: '2026-01-01' } : each));

const list = documents('home', 'about', 'about/team', 'team/ada', 'about/jobs', 'sale');

describe('the tree of pages', () => {
  test('[TREE-1] pages are shown below each other, but not what is folded', () => {
    expect(shown(list)).toEqual(['home', 'about', '-team', '--ada', '-jobs', 'sale']);
    expect(shown(list, { ...all, folded: new Set(['about']) })).toEqual(['home', 'about', 'sale']);
  });

  test('[TREE-2] words find names, addresses and what is around them, folded or not', () => {
    const found = list.map((each) =>
      each.id === 'ada' ? { ...each, paths: { 'online/en': '/lovelace' } } : each,
    );
    expect(shown(found, { folded: new Set(['about']), words: ' LOVE ' })).toEqual([
      'about',
      '-team',
      '--ada',
    ]);
    expect(shown(found, { ...all, words: 'nothing' })).toEqual([]);
  });

  test('[TREE-3] what stood below something in the trash rises, behind what has its place there', () => {
    expect(shown(trashed(list, 'team'))).toEqual(['home', 'about', '-jobs', '-ada', 'sale']);
    expect(shown(trashed(trashed(list, 'team'), 'about'))).toEqual(['home', 'sale', 'ada', 'jobs']);
  });

  test('[TREE-4] pages that name each other are shown all the same', () => {
    const ring = documents('b/a', 'a/b').map((each) => ({ ...each, parent: each.id === 'a' ? 'b' : 'a' }));
    expect(shown([...ring, ...documents('ghost/c')])).toContain('c');
  });
});

describe('steps with the keys', () => {
  const rows = pageRows(list, 'page', all);
  const step = (id: string, to: 'up' | 'down' | 'in' | 'out') =>
    stepFrom(rows, rows.find(({ document }) => document.id === id)!, to);

  test('[TREE-5] go up and down among siblings, into the one before, and out behind what is around', () => {
    expect(step('jobs', 'up')).toEqual({ place: { parent: 'about', index: 0 } });
    expect(step('team', 'down')).toEqual({ place: { parent: 'about', index: 1 } });
    expect(step('jobs', 'in')).toEqual({ place: { parent: 'team', index: 1 } });
    expect(step('ada', 'out')).toEqual({ place: { parent: 'about', index: 1 } });
    expect(step('team', 'out')).toEqual({ place: { index: 2 } });
  });

  test('[TREE-6] say why they go nowhere', () => {
    expect(step('home', 'up')).toEqual({ refused: 'It is the first already.' });
    expect(step('sale', 'down')).toEqual({ refused: 'It is the last already.' });
    expect(step('home', 'in')).toHaveProperty('refused');
    expect(step('home', 'out')).toHaveProperty('refused');
  });
});

describe('dropping', () => {
  const rows = pageRows(list, 'page', all);
  const drop = (moving: string, gap: number, depth: number) => treeDrop(rows, { moving, gap, depth })?.place;

  test('[TREE-7] between two rows, as deep as they let it', () => {
    expect(drop('sale', 0, 5)).toEqual({ index: 0 });
    expect(drop('sale', 1, 0)).toEqual({ index: 1 });
    expect(drop('sale', 1, 1)).toEqual({ parent: 'home', index: 0 });
    // Above the first page below another one there is no other depth.
    expect(drop('sale', 2, 0)).toEqual({ parent: 'about', index: 0 });
    expect(drop('sale', 4, 0)).toEqual({ parent: 'about', index: 1 });
    expect(drop('sale', 4, 9)).toEqual({ parent: 'ada', index: 0 });
    expect(drop('home', 5, 0)).toEqual({ index: 1 });
    expect(drop('home', 5, 1)).toEqual({ parent: 'about', index: 2 });
  });

  test('[TREE-8] where it is, or into itself, is nothing', () => {
    expect(drop('sale', 5, 0)).toBeUndefined();
    expect(drop('sale', 6, 0)).toBeUndefined();
    expect(drop('about', 3, 4)).toEqual({ parent: 'home', index: 0 });
    expect(drop('about', 3, 0)).toBeUndefined();
    expect(drop('about', 5, 0)).toBeUndefined();
    expect(drop('nothing', 1, 0)).toBeUndefined();
  });

  test('[TREE-9] below a folded page is behind all that is in it', () => {
    const folded = pageRows(list, 'page', { ...all, folded: new Set(['about']) });
    expect(treeDrop(folded, { moving: 'sale', gap: 2, depth: 1 })?.place).toEqual({
      parent: 'about',
      index: 2,
    });
  });

  test('[TREE-10] what is shown at once is what the server will say', () => {
    const risen = trashed(list, 'team');
    const ada = risen.find(({ id }) => id === 'ada')!;
    const sale = risen.find(({ id }) => id === 'sale')!;
    expect(positionAt(risen, sale, { parent: 'about', index: 2 })).toBe(1);
    expect(shown(withPlace(risen, sale, { parent: 'about', index: 1 }))).toEqual([
      'home',
      'about',
      '-jobs',
      '-sale',
      '-ada',
    ]);
    expect(shown(withPlace(risen, ada, { index: 0 }))).toEqual(['ada', 'home', 'about', '-jobs', 'sale']);
  });
});
