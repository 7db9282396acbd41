import { normalisePath } from '@vitrine/content';
import type { DocumentFacts } from '../../app/backend.ts';

/** The last part of an address, from a name: `Über uns & mehr` → `ueber-uns-mehr` in German, `uber-uns-mehr` elsewhere. */
export function slugOf(name: string, locale: string): string {
  const small = name.toLocaleLowerCase(locale).normalize('NFC');
  const german = small.replace(
    /[äöüß]/g,
    (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter,
  );
  const spelled = locale.split('-')[0] === 'de' ? german : small.replaceAll('ß', 'ss');
  // Letters of other scripts stay: addresses may have them, and their speakers read them.
  const plain = spelled
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .normalize('NFC');
  return plain
    .replace(/[’']/g, '')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** An address for a new page: below its parent's, and free; `''` without a name. */
export function suggestPath(
  list: readonly DocumentFacts[],
  { name, place, parent }: { readonly name: string; readonly place: string; readonly parent?: DocumentFacts },
): string {
  const slug = slugOf(name, place.split('/')[1] ?? '');
  if (slug === '') return '';
  const base = parent?.paths[place] ?? '';
  const path = `${base === '/' ? '' : base}/${slug}`;
  let free = path;
  for (let count = 2; ownerOf(list, place, free); count++) free = `${path}-${count}`;
  return free;
}

/** What is wrong with an address, in a sentence; `undefined` = nothing. */
export function pathProblem(list: readonly DocumentFacts[], place: string, path: string): string | undefined {
  if (path.trim() === '') return undefined;
  const known = normalisePath(path.trim());
  if (known === undefined || /\s/.test(known))
    return 'An address begins with / and has no spaces, ? or #, for example /spring.';
  const owner = ownerOf(list, place, known);
  return owner && `This address belongs to “${owner.name}”.`;
}

function ownerOf(list: readonly DocumentFacts[], place: string, path: string): DocumentFacts | undefined {
  return list.find(({ paths, trashedAt }) => !trashedAt && paths[place] === path);
}
