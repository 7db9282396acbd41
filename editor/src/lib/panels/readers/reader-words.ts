import type { Readers } from '@vitrine/content';
import type { CustomerGroup } from '../../app/backend.ts';
import { localeName } from '../../fields/field-words.ts';

/** Whom something is for, in a few words: `Everybody`, `Readers of German`, `Readers of German, only Trade`. */
export function readerWords({ locales, groups }: Readers, known: readonly CustomerGroup[]): string {
  if (!locales && !groups) return 'Everybody';
  const languages = locales && `Readers of ${locales.map(localeName).join(' and ')}`;
  const names = groups?.map((id) => known.find((each) => each.id === id)?.name ?? id);
  if (!names) return languages ?? 'Everybody';
  return languages ? `${languages}, only ${names.join(' and ')}` : `Only ${names.join(' and ')}`;
}
