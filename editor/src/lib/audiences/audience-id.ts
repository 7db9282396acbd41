import { type Crowd, isAudienceId } from '@vitrine/content';
import { slugOf } from '../panels/pages/suggest-path.ts';

const LONGEST = 40;

/** An id for something of this name that no audience and no test has: `Spring letter` → `spring-letter`, `spring-letter-2`. */
export function audienceIdFor(name: string, fallback: string, { audiences, experiments }: Crowd): string {
  const taken = new Set([...audiences, ...experiments].map(({ id }) => id));
  const plain = slugOf(name, 'en')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/-+/g, '-');
  const wanted = trimmed(plain, LONGEST);
  const start = isAudienceId(wanted) ? wanted : fallback;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? start : `${trimmed(start, LONGEST - 4)}-${count}`;
    if (!taken.has(id)) return id;
  }
}

function trimmed(id: string, length: number): string {
  return id.slice(0, length).replace(/^-+|-+$/g, '');
}
