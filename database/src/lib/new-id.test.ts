import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('[DB-13] ids are version 7 UUIDs, unique and sorted in the order they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(
    ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted((left, right) => (left < right ? -1 : 1))).toEqual(ids);
});
