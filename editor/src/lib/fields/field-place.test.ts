import { expect, test } from 'vitest';
import { openPage } from '../panels/properties/testing/open-page.ts';
import { itemHandles, storedPath, valueAt, writeAt } from './field-place.ts';

test('what is stored is read at its path; what is not comes from the defaults along the way', () => {
  const { page, fields } = openPage({ a: { links: [{ label: 'About' }], button: { words: 'Go' } } });
  const [item] = page.itemIds('a', 'links');
  expect(valueAt(page, 'a', fields, `links/${item}/label`)).toEqual({ value: 'About', isStored: true });
  expect(valueAt(page, 'a', fields, 'links/#0/label')).toEqual({ value: 'About', isStored: true });
  expect(valueAt(page, 'a', fields, 'button/large')).toEqual({ value: false, isStored: false });
  expect(valueAt(page, 'a', fields, 'steps/#1/name')).toEqual({ value: 'Choose', isStored: false });
  expect(valueAt(page, 'a', fields, 'links/#7/label').isStored).toBe(false);
});

test('a value inside a stored list is written where it is, and its neighbours keep their ids', () => {
  const { page, fields } = openPage({ a: { links: [{ label: 'About' }, { label: 'Stores' }] } });
  const before = page.itemIds('a', 'links');
  writeAt(page, 'a', fields, `links/${before[1]}/label`, 'Shops');
  expect(page.props('a').links).toEqual([{ label: 'About' }, { label: 'Shops' }]);
  expect(page.itemIds('a', 'links')).toEqual(before);
});

test('changing part of a default stores the default with the change', () => {
  const { page, fields } = openPage({ a: {} });
  writeAt(page, 'a', fields, 'steps/#1/name', 'Buy');
  expect(page.props('a')).toEqual({ steps: [{ name: 'Look' }, { name: 'Buy' }] });
  writeAt(page, 'a', fields, 'button/words', 'Go');
  expect(page.props('a').button).toEqual({ words: 'Go' });
});

test('items have ids for one instance, positions for several and for a default', () => {
  const { page, fields } = openPage({ a: { links: [{ label: 'A' }] }, b: { links: [{ label: 'A' }] } });
  expect(itemHandles(page, ['a'], fields, 'links')).toEqual(page.itemIds('a', 'links'));
  expect(itemHandles(page, ['a', 'b'], fields, 'links')).toEqual(['#0']);
  expect(itemHandles(page, ['a'], fields, 'steps')).toEqual(['#0', '#1']);
  expect(storedPath(page, 'b', 'links/#0/label')).toBe(`links/${page.itemIds('b', 'links')[0]}/label`);
});
