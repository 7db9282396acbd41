import pg from 'pg';

export type Values = readonly unknown[] | undefined;

/**
 * Values as they go to the server. The driver would write them while it sends, when what travels with them is on its way: a value
 * that cannot be written must fail before anything is sent: SPEC rule DB-18.
 */
export function writtenValues(values: Values): Values {
  return values?.map(pg.utils.prepareValue);
}
