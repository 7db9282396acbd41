import { expect, test } from 'vitest';
import { daysWords, hoursWords, onlyAt } from './hours-words.ts';

test('days are told as people write them on a door', () => {
  expect(daysWords([5, 1, 2, 3, 4])).toBe('Mon–Fri');
  expect(daysWords([1, 2, 4, 6, 7])).toBe('Mon, Tue, Thu, Sat, Sun');
  expect(daysWords([1, 2, 3, 4, 5, 6, 7])).toBe('Every day');
  expect(daysWords([])).toBe('On no day');
});

test('hours are told with their zone', () => {
  const windows = [
    { days: [1, 2, 3, 4, 5], from: '17:00', to: '19:00' },
    { days: [6], from: '22:00', to: '02:00' },
  ];
  expect(hoursWords({ zone: 'Europe/Berlin', windows })).toBe(
    'Mon–Fri 17:00–19:00, Sat 22:00–02:00 (Europe/Berlin)',
  );
  expect(hoursWords({ zone: 'Europe/Berlin', windows: [] })).toBe('Never');
  expect(onlyAt({ zone: 'Europe/Berlin', windows: windows.slice(1) })).toBe(
    'Only Sat 22:00–02:00 (Europe/Berlin).',
  );
  expect(onlyAt({ zone: 'Europe/Berlin', windows: [] })).toBe('Never: it has no hours.');
});
