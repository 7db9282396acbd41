import { describeFields, list, number, text, timeZone } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { checkValue } from './check-value.ts';

const [title, code, count, rows, zone] = describeFields({
  title: text({ label: 'Title', required: true, minLength: 2, maxLength: 5 }),
  code: text({ label: 'Code', pattern: { expression: /^[A-Z]{3}$/, says: 'three capitals' } }),
  count: number({ label: 'Count', min: 1, max: 4, integer: true, default: 2 }),
  rows: list({ label: 'Rows', min: 2, max: 3, of: text({ label: 'Row' }) }),
  zone: timeZone({ label: 'Time zone' }),
}) as [never, never, never, never, never];

test('what is demanded and missing is named; what is not demanded may be', () => {
  expect(checkValue(title, '')).toBe('This must be filled in.');
  expect(checkValue(title, undefined)).toBe('This must be filled in.');
  expect(checkValue(code, '')).toBeUndefined();
  expect(checkValue(rows, [])).toBeUndefined();
});

test('lengths are counted in characters', () => {
  expect(checkValue(title, '😀😀😀😀😀')).toBeUndefined();
  expect(checkValue(title, 'Lights')).toBe('At most 5 characters; these are 6.');
  expect(checkValue(title, 'L')).toBe('At least 2 characters; this is 1.');
});

test('patterns, limits and counts are explained', () => {
  expect(checkValue(code, 'eur')).toBe('This does not have the expected form.');
  expect(checkValue(count, 5)).toBe('At most 4.');
  expect(checkValue(count, 0)).toBe('At least 1.');
  expect(checkValue(count, 1.5)).toBe('A whole number, please.');
  expect(checkValue(rows, ['a'])).toBe('At least 2, or none; this is 1.');
  expect(checkValue(rows, ['a', 'b', 'c', 'd'])).toBe('At most 3; these are 4. The first 3 are shown.');
});

test('a time zone that is none is refused, and where to find one is said', () => {
  expect(checkValue(zone, 'America/New_York')).toBeUndefined();
  expect(checkValue(zone, 'Berlin')).toContain('Choose one of the list');
});
