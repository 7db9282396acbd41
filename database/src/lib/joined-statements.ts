import type { Values } from './written-values.ts';

export type Statement = readonly [text: string, values: Values];

/** What a text tells of the tables it works on. */
interface Reading {
  /** Tables it writes; empty when it only reads or locks. */
  readonly writes: readonly string[];
  /** Every word in it, tables among them. */
  readonly words: ReadonlySet<string>;
  /** It has parts of its own, before which others can stand. */
  readonly beginsWithParts: boolean;
  /** It may have to wait for somebody else's rows. */
  readonly mayWait: boolean;
  /** It goes by rows that somebody else may change, other than those it names by their ids. */
  readonly looks: boolean;
}

/** A statement that begins so goes by rows that its transaction holds; nobody sees these words. */
export const HELD = '/* held */ ';
const PARTS = /^\s*with\b/i;
const INSERT = /^\s*insert\b/i;
/** What comes of a function was handed over with the statement. */
const OTHER_ROWS = /\b(?:from|join|using)\s+(?!\w+\()/i;
/** Such rows are looked at as they are once they are there to be changed. */
const BY_ID =
  /^\s*update "?\w+"? set (?:(?!\b(?:from|where|select)\b).)* where "?id"? = (?:\$\d+|any\(\$\d+::uuid\[\]\))\s*$/is;
/** Texts are few; lists of all lengths must not fill the memory. */
const MOST_READ = 5000;

/**
 * Makes one statement of neighbours that write different tables: `with first as (…), second as (…) third`. What each of them
 * does must not depend on the others, for parts of one statement do not see each other's rows and no row may be written twice:
 * none names a table that another one writes. They see the rows of others as they were when the whole began: where one may wait
 * until somebody is done, none goes by rows that may be others then; rows that are held cannot be. Keys that refer to each other's rows are checked at the end
 * of the whole.
 */
export function createJoiner(): (statements: readonly Statement[]) => readonly Statement[] {
  const known = new Map<string, Reading>();
  const plain = ([text, values]: Statement): Statement =>
    text.startsWith(HELD) ? [text.slice(HELD.length), values] : [text, values];

  function read(text: string): Reading {
    const before = known.get(text);
    if (before) return before;
    if (known.size >= MOST_READ) known.clear();
    const reading = readingOf(text);
    known.set(text, reading);
    return reading;
  }

  return (statements) => {
    if (statements.length < 2) return statements.map(plain);
    const groups: { readings: Reading[]; statements: Statement[] }[] = [];
    for (const statement of statements) {
      const reading = read(statement[0]);
      const last = groups.at(-1);
      if (last && mayJoin(last.readings, reading)) {
        last.readings.push(reading);
        last.statements.push(statement);
      } else groups.push({ readings: [reading], statements: [statement] });
    }
    return groups.map(({ readings, statements: marked }) => {
      const each = marked.map(plain);
      if (each.length === 1) return each[0]!;
      const withParts = readings.findIndex(({ beginsWithParts }) => beginsWithParts);
      return joined(withParts < 0 ? each : [...each.toSpliced(withParts, 1), each[withParts]!]);
    });
  };
}

function readingOf(marked: string): Reading {
  const isHeld = marked.startsWith(HELD);
  const text = isHeld ? marked.slice(HELD.length) : marked;
  const written = text.matchAll(
    /\b(?:insert into|update(?! (?:set|skip|of|nowait)\b)|delete from)\s+"?(\w+)/gi,
  );
  return {
    writes: /^\s*(?:with(?! recursive)|insert|update|delete)\b/i.test(text)
      ? [...written].map(([, table]) => table!)
      : [],
    words: new Set(text.match(/\w+/g)),
    beginsWithParts: PARTS.test(text),
    mayWait: !isHeld && (!INSERT.test(text) || /\bon conflict\b/i.test(text)),
    looks: !isHeld && (INSERT.test(text) ? OTHER_ROWS.test(text) : !BY_ID.test(text)),
  };
}

function mayJoin(group: readonly Reading[], next: Reading): boolean {
  const { writes, words, beginsWithParts, mayWait, looks } = next;
  if (writes.length === 0) return false;
  return group.every(
    (other) =>
      other.writes.length > 0 &&
      !(beginsWithParts && other.beginsWithParts) &&
      !(looks && other.mayWait) &&
      !(mayWait && other.looks) &&
      !writes.some((table) => other.words.has(table)) &&
      !other.writes.some((table) => words.has(table)),
  );
}

/** The last one may have parts of its own. */
function joined(statements: readonly Statement[]): Statement {
  const values: unknown[] = [];
  const texts = statements.map(([text, own = []]) => {
    const offset = values.length;
    values.push(...own);
    return offset === 0 ? text : text.replaceAll(/\$(\d+)/g, (_, place) => `$${Number(place) + offset}`);
  });
  const last = texts.at(-1)!;
  const parts = texts.slice(0, -1).map((text, at) => `joined_${at} as (${text})`);
  return [`with ${parts.join(', ')}${PARTS.test(last) ? last.replace(PARTS, ',') : ` ${last}`}`, values];
}
