const MOMENT = /^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?<offset>Z|[+-]\d{2}:\d{2})$/;

/** A moment taken apart for its two controls: `2027-03-01T09:00` and `+01:00`. */
export interface Moment {
  readonly local: string;
  readonly offset: string;
}

/** @returns `undefined` when the text is no moment with an offset. */
export function parseMoment(text: string): Moment | undefined {
  const { local, offset } = MOMENT.exec(text)?.groups ?? {};
  return local && offset ? { local, offset: offset === 'Z' ? '+00:00' : offset } : undefined;
}

export function formatMoment({ local, offset }: Moment): string {
  return `${local}:00${offset}`;
}

/** `90` → `+01:30`. Minutes east of Greenwich. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/** The offset this computer's clock has at a local time. */
export function offsetHere(local: string): string {
  const minutes = -new Date(local).getTimezoneOffset();
  return formatOffset(Number.isNaN(minutes) ? 0 : minutes);
}

/** Every offset in use on Earth, from west to east, and the one given if it is none of them. */
export function offsetChoices(given?: string): readonly string[] {
  const known = offsetsInUse.map(formatOffset);
  return given === undefined || known.includes(given) ? known : [given, ...known];
}

const quarters = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
const offsetsInUse = [...Array.from({ length: 27 }, (_, index) => (index - 12) * 60), ...quarters].sort(
  (a, b) => a - b,
);
