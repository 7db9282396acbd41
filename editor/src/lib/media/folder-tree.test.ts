import { expect, test } from 'vitest';
import { contentsWords, folderAndBelow, folderLines } from './folder-tree.ts';

const folder = (id: string, parent?: string, assets = 0) => ({ id, name: id.toUpperCase(), parent, assets });
const folders = [folder('a'), folder('b', 'a', 1), folder('c', 'b'), folder('d')];

test('folders are read from the top, each above what is in it', () => {
  expect(folderLines(folders).map(({ folder: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 0],
  ]);
});

test('a folder cannot go into itself or below itself', () => {
  expect([...folderAndBelow(folders, 'b')]).toEqual(['b', 'c']);
});

test('it is said where the contents of a removed folder go', () => {
  expect(contentsWords(folders, folders[3]!)).toBe('It is empty.');
  expect(contentsWords(folders, folders[0]!)).toBe(
    'The 1 folder in it moves up, to “No folder”. Nothing is deleted.',
  );
  expect(contentsWords(folders, folders[1]!)).toBe(
    'The 1 file and 1 folder in it move up, into “A”. Nothing is deleted.',
  );
});
