import { type RawBuilder, sql } from 'kysely';

/** A value as a `jsonb` parameter. Needed for arrays and scalars, which the driver would send as something else. */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
