import { contrast } from '@vitrine/themes';
import { expect, test } from 'vitest';
import { colourOf } from './person-colour.ts';

test('initials and names in white can be read on the colour of everybody', () => {
  const people = Array.from({ length: 200 }, (_, index) => `user:${index}`);
  const colours = new Set(people.map(colourOf));
  expect(colours.size).toBe(8);
  expect([...colours].filter((colour) => contrast(colour, '#ffffff') < 4.5)).toEqual([]);
});
