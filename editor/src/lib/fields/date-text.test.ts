import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoment, formatOffset, offsetChoices, parseMoment } from './date-text.ts';

test('a moment is taken apart and put together', () => {
  expect(parseMoment('2027-03-01T09:00:00+01:00')).toEqual({ local: '2027-03-01T09:00', offset: '+01:00' });
  expect(parseMoment('2027-03-01T09:00:00.000Z')).toEqual({ local: '2027-03-01T09:00', offset: '+00:00' });
  expect(parseMoment('2027-03-01')).toBeUndefined();
  expect(formatMoment({ local: '2027-03-01T09:00', offset: '-03:30' })).toBe('2027-03-01T09:00:00-03:30');
});

test('every offset survives the way into a moment and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -720, max: 840 }), (minutes) => {
      const moment = { local: '2027-03-01T09:00', offset: formatOffset(minutes) };
      expect(parseMoment(formatMoment(moment))).toEqual(moment);
    }),
  );
});

test('offsets are offered from west to east, with an unusual one that is in use', () => {
  const choices = offsetChoices();
  expect(choices.slice(0, 2)).toEqual(['-12:00', '-11:00']);
  expect(choices).toContain('+05:45');
  expect(choices.at(-1)).toBe('+14:00');
  expect(offsetChoices('+00:20')[0]).toBe('+00:20');
});
