import { expect, test } from 'vitest';
import { whenThere } from './when-there.ts';

const noon = '2026-11-30T12:00:00.000Z';

test('a moment is told by the clock of the place, whose zone is named to whoever reads it elsewhere', () => {
  const there = { timeZone: 'Europe/Berlin', locale: 'en' };
  expect(whenThere(noon, { ...there, own: 'America/New_York' })).toBe(
    'Nov 30, 2026, 1:00 PM Central European Time',
  );
  expect(whenThere(noon, { ...there, own: 'Europe/Berlin' })).toBe('Nov 30, 2026, 1:00 PM');
});

test('clocks that show the same need no name', () => {
  const there = { timeZone: 'Europe/Berlin', own: 'Europe/Paris', locale: 'en' };
  expect(whenThere(noon, there)).toBe('Nov 30, 2026, 1:00 PM');
});
