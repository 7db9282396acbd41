/** A file's name as a person may have it, or the sentence why not. Names are shown and searched, never used as paths. */
export function checkFileName(
  given: string,
): { readonly kind: 'name'; readonly name: string } | { readonly kind: 'refused'; readonly message: string } {
  const name = given.normalize('NFC').trim();
  const shown = JSON.stringify([...name].slice(0, 60).join(''));
  if (name === '' || /^\.+$/.test(name)) return refused(`Expected a file name, came ${shown}.`);
  if (/[/\\]/.test(name))
    return refused(`Expected a file name without a folder, came ${shown}. Choose the folder in the library.`);
  if (FORBIDDEN.test(name))
    return refused(
      `The file name ${shown} has characters nobody can see, which can hide what it is. Rename the file.`,
    );
  if (Buffer.byteLength(name) > LONGEST)
    return refused(
      `Expected a file name of at most ${LONGEST} bytes, came ${Buffer.byteLength(name)}. Rename the file.`,
    );
  return { kind: 'name', name };
}

const LONGEST = 255;
// Controls, and marks that turn the direction of reading or take no room: "photo\u202Egpj.exe" would look like "photoexe.jpg".
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** The part of an address that says to people and search engines what is there: `harbour-at-dawn`. */
export function slugOf(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return [...words].slice(0, 60).join('').replace(/-+$/, '') || 'file';
}

/** Text without accents and capitals, for searching and sorting. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message };
}
