/** A word of the index, and how near PostgreSQL's trigrams find it to the word that was typed. */
export interface WordCandidate {
  readonly word: string;
  readonly similarity: number;
}

/**
 * The word that was most likely meant, or undefined when none is near enough: fewest slips of the finger first, then the
 * most similar, then the alphabet, so that everyone gets the same answer.
 */
export function closestWord(typed: string, candidates: readonly WordCandidate[]): string | undefined {
  const allowed = allowedSlips(typed.length);
  return candidates
    .map((candidate) => ({ ...candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips, word }) => slips <= allowed && word !== typed)
    .sort((a, b) => a.slips - b.slips || b.similarity - a.similarity || (a.word < b.word ? -1 : 1))
    .at(0)?.word;
}

/** Every word that comes of swapping two neighbouring letters: the slip that trigrams of short words cannot see. */
export function swapsOf(word: string): string[] {
  const letters = [...word];
  const swaps = letters.slice(1).map((letter, at) => {
    const swapped = [...letters];
    swapped[at] = letter;
    swapped[at + 1] = letters[at]!;
    return swapped.join('');
  });
  return [...new Set(swaps)].filter((swap) => swap !== word);
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
export function slipsBetween(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
        swapped ? beforeLast[column - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}

function allowedSlips(length: number): number {
  if (length <= 2) return 0;
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}
