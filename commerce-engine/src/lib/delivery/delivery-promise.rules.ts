import { addDays, localClock, weekdayOf } from './local-time.rules.ts';

/** How long something takes. */
export interface DeliveryTime {
  /** Days from the day it is handled, 0 = that day. */
  readonly minDays: number;
  readonly maxDays: number;
  /** `business` = Monday to Friday without holidays. */
  readonly days: 'business' | 'calendar';
  /** Local time from which an order is handled the next day, `14:00`. Absent = midnight. */
  readonly cutOff?: string;
}

/** The clocks and holidays it goes by. */
export interface DeliveryCalendar {
  /** An IANA name such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Local days `YYYY-MM-DD` without work. */
  readonly holidays: readonly string[];
}

/** Local days, `YYYY-MM-DD`. */
export interface DeliveryPromise {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * When what is ordered at a moment will be there: SPEC rules DELIV-7 and DELIV-8.
 * @param notBefore the local day before which it cannot be handled.
 */
export function promiseOf(
  time: DeliveryTime,
  calendar: DeliveryCalendar,
  at: Date,
  notBefore = '',
): DeliveryPromise {
  const works = (date: string) =>
    time.days === 'calendar' || (isWeekday(date) && !calendar.holidays.includes(date));
  const now = localClock(calendar.timeZone).shownAt(at);
  const isLate = time.cutOff !== undefined && now.time >= time.cutOff;
  const soonest = isLate && works(now.date) ? addDays(now.date, 1) : now.date;
  const handled = nextWorking(notBefore > soonest ? notBefore : soonest, works);
  return {
    earliest: daysLater(handled, time.minDays, works),
    latest: daysLater(handled, time.maxDays, works),
  };
}

function daysLater(date: string, days: number, works: (date: string) => boolean): string {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorking(addDays(day, 1), works);
  return day;
}

function nextWorking(date: string, works: (date: string) => boolean): string {
  let day = date;
  while (!works(day)) day = addDays(day, 1);
  return day;
}

function isWeekday(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}
