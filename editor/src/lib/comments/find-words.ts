/** Where words stand in a text; what is between them may be any white space. Of several places the one nearest to `near`. */
export function findWords(
  text: string,
  quote: string,
  near: number,
): { readonly start: number; readonly end: number } | undefined {
  const words = quote.replace(/…$/u, '').trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return undefined;
  // Blocks of formatted text follow each other without anything between.
  const pattern = new RegExp(words.map(escaped).join('\\s*'), 'gu');
  const found = [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
  const [nearest] = found.sort((one, other) => Math.abs(one.start - near) - Math.abs(other.start - near));
  return nearest;
}

function escaped(word: string): string {
  // Only these: with the flag `u` a sign that needs no escape must have none.
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
