// Where words are not set apart by spaces a name may go on with others.
const goesOn =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{M}\p{N}_]/u;
const before = /[\p{L}\p{M}\p{N}_@]$/u;

/** Whether a name stands behind the @ at this place: all of it, and not in the midst of an address or of another word. Pure. */
export function isNamedAt(words: string, at: number, name: string): boolean {
  if (words[at] !== '@' || !words.startsWith(name, at + 1)) return false;
  return (
    !before.test(words.slice(Math.max(0, at - 2), at)) && !goesOn.test(words.slice(at + 1 + name.length))
  );
}
