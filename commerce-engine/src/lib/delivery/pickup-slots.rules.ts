import type { OpeningHours, Weekday } from '../stores/stores.views.ts';
import type { DeliveryCalendar } from './delivery-promise.rules.ts';
import { addDays, beginOfDay, type LocalClock, localClock, weekdayOf } from './local-time.rules.ts';

/** When goods can be picked up. */
export interface SlotSetting {
  /** Below 1 a part of a day in hours (0.25 = 6 hours), from 1 on whole days, rounded up. */
  readonly minLeadDays: number;
  /** Up to when, counted likewise: below 1 hours from now, from 1 on to the end of that day. */
  readonly maxLeadDays: number;
  /** Local times between which there are slots. Absent = as long as the store is open. */
  readonly activeHours?: { readonly from: string; readonly to: string };
  readonly interval: 15 | 30 | 60;
  /** How many can come in one slot. */
  readonly capacity: number;
}

export interface PickupSlot {
  /** ISO times. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** How many can still come. */
  readonly free: number;
}

export interface SlotQuestion {
  /** Absent = not known: the active hours hold every day. */
  readonly openingHours?: OpeningHours;
  readonly calendar: DeliveryCalendar;
  readonly at: Date;
  /** How many come already, by `startsAt`. */
  readonly taken: Readonly<Record<string, number>>;
}

/** The slots with room, in order: SPEC rules DELIV-9 to DELIV-12. */
export function pickupSlots(setting: SlotSetting, question: SlotQuestion): PickupSlot[] {
  const { calendar, at, taken } = question;
  const clock = localClock(calendar.timeZone);
  const { from } = leadOf(setting.minLeadDays, clock, at);
  const { until } = leadOf(setting.maxLeadDays, clock, at);
  const { date: lastDay } = clock.shownAt(until);
  const slots: PickupSlot[] = [];
  for (let day = clock.shownAt(from).date; day <= lastDay; day = addDays(day, 1)) {
    for (const startsAt of startsOn(day, setting, question, clock)) {
      if (startsAt < from || startsAt > until) continue;
      const start = startsAt.toISOString();
      const free = setting.capacity - (taken[start] ?? 0);
      const endsAt = new Date(startsAt.getTime() + setting.interval * MINUTE).toISOString();
      if (free > 0) slots.push({ startsAt: start, endsAt, free });
    }
  }
  return slots;
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** A lead as the span a slot may begin in when it is the first, and until when it is the last. */
function leadOf(days: number, clock: LocalClock, at: Date): { from: Date; until: Date } {
  if (days < 1) {
    const moment = new Date(at.getTime() + Math.round(days * DAY));
    return { from: moment, until: moment };
  }
  const date = addDays(clock.shownAt(at).date, Math.ceil(days));
  return {
    from: beginOfDay(clock, date),
    until: new Date(beginOfDay(clock, addDays(date, 1)).getTime() - 1),
  };
}

function startsOn(
  date: string,
  setting: SlotSetting,
  { openingHours, calendar }: SlotQuestion,
  clock: LocalClock,
): Date[] {
  if (calendar.holidays.includes(date)) return [];
  const { from = '00:00', to = '24:00' } = setting.activeHours ?? {};
  const open = openingHours ? (openingHours[WEEKDAYS[weekdayOf(date)]!] ?? []) : [{ from, to }];
  const starts = open.flatMap((hours) => {
    const begins = Math.max(minutesOf(hours.from), minutesOf(from));
    const ends = Math.min(minutesOf(hours.to), minutesOf(to));
    return startsBetween(begins, ends, setting.interval);
  });
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .flatMap((minutes) => clock.instantOf({ date, time: timeOf(minutes) }) ?? []);
}

/** On the quarter, half or full hour; a slot ends before the store closes. */
function startsBetween(begins: number, ends: number, interval: number): number[] {
  const first = Math.ceil(begins / interval) * interval;
  const count = Math.max(0, Math.floor((ends - first) / interval));
  return Array.from({ length: count }, (_, index) => first + index * interval);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
