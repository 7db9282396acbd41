/** Hours of the week in which something holds, in the local time of a zone. */
export interface WeeklyHours {
  /** IANA name such as `Europe/Berlin`, or a fixed offset such as `+02:00`. */
  readonly zone: string;
  readonly windows: readonly {
    /** 1 = Monday … 7 = Sunday: the day on which the window begins. */
    readonly days: readonly number[];
    /** `HH:MM`, included. */
    readonly from: string;
    /** `HH:MM`, not included; not after `from` = on the next day. */
    readonly to: string;
  }[];
}

const DAY = 24 * 60;

/** A test of moments, made once: reading a time zone costs more than asking it. */
export function weeklyHours({ zone, windows }: WeeklyHours): (at: Date) => boolean {
  const minuteOfWeek = localMinutes(zone);
  const spans = windows.flatMap(({ days, from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    const length = end > start ? end - start : end + DAY - start;
    return days.map((day) => ({ start: (day - 1) * DAY + start, length }));
  });
  return (at) => {
    const now = minuteOfWeek(at);
    return spans.some(({ start, length }) => (now - start + 7 * DAY) % (7 * DAY) < length);
  };
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** Minutes since Monday 00:00 on the clocks of the zone. */
function localMinutes(zone: string): (at: Date) => number {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (offset) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
    return (at) => sinceMonday(new Date(at.getTime() + minutes * 60_000));
  }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return sinceMonday(new Date(Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!)));
  };
}

function sinceMonday(local: Date): number {
  return ((local.getUTCDay() + 6) % 7) * DAY + local.getUTCHours() * 60 + local.getUTCMinutes();
}
