/** A day and time on the clocks of a time zone. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
}

/** The clocks of a time zone. */
export interface LocalClock {
  /** What they show at a moment. */
  shownAt(at: Date): LocalTime;
  /** When they show this; the first time when they show it twice. Undefined when they skip it. */
  instantOf(shown: LocalTime): Date | undefined;
}

const clocks = new Map<string, LocalClock>();

/** @param timeZone an IANA name such as `Europe/Berlin`. */
export function localClock(timeZone: string): LocalClock {
  // Making a format costs a hundred times what using it does.
  const known = clocks.get(timeZone) ?? makeClock(timeZone);
  clocks.set(timeZone, known);
  return known;
}

function makeClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

  /** Milliseconds the clocks are ahead of UTC. */
  function offset(instant: number): number {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type)!;
    const date = `${part('year')}-${part('month')}-${part('day')}`;
    const shown = `${date}T${part('hour')}:${part('minute')}:${part('second')}Z`;
    return Date.parse(shown) - Math.floor(instant / 1000) * 1000;
  }

  return {
    shownAt(at) {
      const shown = new Date(at.getTime() + offset(at.getTime())).toISOString();
      return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
    },
    instantOf({ date, time }) {
      const shown = Date.parse(`${date}T${time}:00Z`);
      const found = [-DAY, DAY]
        .map((around) => shown - offset(shown + around))
        .filter((instant) => instant + offset(instant) === shown);
      return found.length === 0 ? undefined : new Date(Math.min(...found));
    },
  };
}

/** When a day begins: where clocks skip midnight, at the first hour they show. */
export function beginOfDay(clock: LocalClock, date: string): Date {
  const shown = ['00:00', '00:30', '01:00', '02:00'].map((time) => clock.instantOf({ date, time }));
  return shown.find((instant) => instant !== undefined) ?? new Date(`${date}T00:00:00Z`);
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const DAY = 24 * 60 * 60 * 1000;
