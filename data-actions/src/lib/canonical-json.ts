/**
 * One text per JSON value: keys sorted, `undefined` fields left out.
 * @throws when the value is not JSON, with the place where it is not.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

function write(value: unknown, place: string, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notJson(String(value), place);
    return String(value === 0 ? 0 : value);
  }
  if (typeof value !== 'object') throw notJson(typeof value, place);
  if (depth > 32) throw notJson('a structure nested deeper than 32 levels', place);
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++)
      text += (i > 0 ? ',' : '') + write(value[i], `${place}[${i}]`, depth + 1);
    return `${text}]`;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw notJson(`a ${value.constructor?.name ?? 'foreign object'}`, place);
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields);
  if (names.length > 1) names.sort((a, b) => (a < b ? -1 : 1));
  let text = '';
  for (const name of names) {
    const field = fields[name];
    if (field === undefined) continue;
    text += `${text === '' ? '{' : ','}${JSON.stringify(name)}:${write(field, `${place}.${name}`, depth + 1)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function notJson(what: string, place: string): Error {
  return new Error(`Expected JSON, got ${what}${place === '' ? '' : ` at "${place}"`}.`);
}
