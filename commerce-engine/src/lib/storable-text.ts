/** Whether PostgreSQL can keep the text: it has no NUL character and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

/** Those that can be kept, so that what cannot exist is not asked for. */
export function storableOnly(texts: readonly string[]): string[] {
  return texts.filter(isStorable);
}

/** Whether every text in a JSON value, keys included, can be kept. */
export function hasOnlyStorableText(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(hasOnlyStorableText);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && hasOnlyStorableText(part));
}
