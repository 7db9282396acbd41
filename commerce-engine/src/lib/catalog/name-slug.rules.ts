const LONGEST = 80;

/** What German writes for letters that other languages lose to their accents. */
const germanLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** An address made of a name, as the language spells it: `Tasse für Tee` → `tasse-fuer-tee`. Empty when nothing of it can stand in one. */
export function slugOfName(name: string, locale: string): string {
  const lower = name.toLocaleLowerCase(locale).toLowerCase().normalize('NFC');
  const spelled = locale.startsWith('de') ? lower.replace(/[äöüß]/g, (each) => germanLetters[each]!) : lower;
  return spelled
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** A handle made of a name: of `a-z`, `0-9` and `-` alone. Empty when it has none of them. */
export function handleOfName(name: string, locale: string): string {
  return slugOfName(name, locale)
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
}
