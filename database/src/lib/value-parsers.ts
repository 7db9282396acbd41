import { type TypeParsers, types } from 'pg';

const INT8 = 20;
const INT8_ARRAY = 1016;
const NUMERIC = 1700;
const DATE = 1082;

/**
 * How values come back, alike on both engines: `bigint` and `numeric` as numbers (so counts and sums of money in minor
 * units are integers; one too large to be exact throws), `date` as `YYYY-MM-DD`, `timestamptz` as `Date`, JSON parsed.
 */
export const valueParsers: TypeParsers = {
  getTypeParser(oid, format) {
    if (format === 'binary') return types.getTypeParser(oid, format);
    if (oid === INT8 || oid === NUMERIC) return parseNumber;
    if (oid === DATE) return (text) => text;
    if (oid === INT8_ARRAY) {
      const parseArray = types.getTypeParser(INT8_ARRAY, format);
      return (text) => (parseArray(text) as (string | null)[]).map((item) => item && parseNumber(item));
    }
    return types.getTypeParser(oid, format);
  },
};

function parseNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(
      `The database returned ${text}, which a JavaScript number cannot hold exactly. Cast it to text in the query.`,
    );
  }
  return value;
}
