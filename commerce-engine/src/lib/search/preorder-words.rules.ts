/** What shoppers type who look for what is not out yet, folded, by language. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['preorder', 'preorders', 'pre order', 'pre orders'],
  de: ['vorbestellung', 'vorbestellungen', 'vorbestellen', 'vorbestellbar', 'preorder', 'pre order'],
};

/** A search without the words that stand for being on preorder: SPEC rule SEARCH-28. */
export function withoutPreorderWords(
  words: readonly string[],
  locale: string,
): { readonly words: readonly string[]; readonly isPreorder: boolean } {
  const known = WORDS[locale.split('-')[0]!.toLowerCase()] ?? [];
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (known.includes(`${words[at]} ${words[at + 1]}`)) at += 1;
    else if (!known.includes(words[at]!)) kept.push(words[at]!);
  }
  return { words: kept, isPreorder: kept.length < words.length };
}
