// Besides line breaks and tabs what cannot be seen, and what turns the reading direction.
const hidden = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const visible = /[^\p{Default_Ignorable_Code_Point}\s\u2800]/u;

/** Whether words are what they look like. */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && text.search(hidden) === -1;
}

/** As what it looks like. */
export function plainOf(text: string): string {
  return text.toWellFormed().replace(hidden, '');
}

/** Whether there is anything to be read. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}
