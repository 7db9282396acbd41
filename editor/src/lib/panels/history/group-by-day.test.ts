import { expect, test } from 'vitest';
import { dateAndTime, timeAgo } from '../../app/when.ts';
import { groupByDay } from './group-by-day.ts';

const now = new Date(2026, 2, 12, 10, 30);
const version = (seq: number, at: Date) => ({ seq, at: at.toISOString(), by: 'Ada', kind: 'auto' as const });

test('[HIST-22] versions stand under their days, latest first', () => {
  const days = groupByDay(
    [
      version(5, new Date(2026, 2, 12, 10)),
      version(4, new Date(2026, 2, 12, 0, 5)),
      version(3, new Date(2026, 2, 11, 23, 55)),
      version(2, new Date(2026, 1, 3)),
      version(1, new Date(2025, 11, 24)),
    ],
    now,
  );
  expect(days.map(({ title, versions }) => [title, versions.map(({ seq }) => seq)])).toEqual([
    ['Today', [5, 4]],
    ['Yesterday', [3]],
    ['Tuesday, February 3', [2]],
    ['Dec 24, 2025', [1]],
  ]);
});

test('[HIST-23] times are told as people tell them', () => {
  const ago = (...at: [number, number, number, number?, number?]) => timeAgo(new Date(...at), now);
  expect(ago(2026, 2, 12, 10, 30)).toBe('just now');
  expect(ago(2026, 2, 12, 10, 12)).toBe('18 minutes ago');
  expect(ago(2026, 2, 12, 7, 0)).toBe('3 hours ago');
  expect(ago(2026, 2, 11, 23, 0)).toBe('yesterday');
  expect(ago(2026, 2, 8, 23, 0)).toBe('4 days ago');
  expect(ago(2026, 0, 3)).toBe('Jan 3, 2026');
  expect(dateAndTime(new Date(2026, 2, 6, 9, 5))).toBe('Mar 6, 2026, 09:05');
});
