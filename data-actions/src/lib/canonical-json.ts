/**
 * One text per JSON value: keys sorted, `undefined` fields left out.
 * @throws when the value is not JSON, with the place where it is not.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, 0);
  if (text === undefined) throw explain(value, '', 0);
  return text;
}

/** The text, or `undefined` when something in the value is not JSON. It runs for every question: it keeps no places. */
function write(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return writePlain(value);
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) {
      const item = write(value[i], depth + 1);
      if (item === undefined) return undefined;
      text += i > 0 ? `,${item}` : item;
    }
    return `${text}]`;
  }
  if (!isPlainObject(value)) return undefined;
  const names = Object.keys(value);
  if (names.length > 1) names.sort((a, b) => (a < b ? -1 : 1));
  let text = '{';
  for (const name of names) {
    const field = value[name];
    if (field === undefined) continue;
    const written = write(field, depth + 1);
    if (written === undefined) return undefined;
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(name)}:${written}`;
  }
  return `${text}}`;
}

const DEEPEST = 32;

function writePlain(value: unknown): string | undefined {
  if (value === null || typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value === 0 ? 0 : value) : undefined;
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Finds the first thing that is not JSON. */
function explain(value: unknown, place: string, depth: number): Error {
  const notJson = (what: string) =>
    new Error(`Expected JSON, got ${what}${place === '' ? '' : ` at "${place}"`}.`);
  if (typeof value === 'number') return notJson(String(value));
  if (typeof value !== 'object' || value === null) return notJson(typeof value);
  if (depth > DEEPEST) return notJson(`a structure nested deeper than ${DEEPEST} levels`);
  if (!Array.isArray(value) && !isPlainObject(value))
    return notJson(`a ${value.constructor?.name ?? 'foreign object'}`);
  for (const [name, field] of Object.entries(value)) {
    const skipped = field === undefined && !Array.isArray(value);
    if (!skipped && write(field, depth + 1) === undefined)
      return explain(field, Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`, depth + 1);
  }
  return notJson('something else');
}
