import { type Crowd, nobodyApart, type Readers } from '@vitrine/content';
import type { CustomerGroup } from '../../app/backend.ts';
import { visitorWords } from '../../audiences/audience-words.ts';
import { localeName } from '../../fields/field-words.ts';

/** Whom something is for, in a few words: `Everybody`, `Readers of German, only Trade`, `Only Spring letter, not Phones`. */
export function readerWords(
  { locales, groups, audiences }: Readers,
  known: readonly CustomerGroup[],
  crowd: Crowd = nobodyApart,
): string {
  const names = groups?.map((id) => known.find((each) => each.id === id)?.name ?? id);
  const parts = [
    ...(locales ? [`readers of ${locales.map(localeName).join(' and ')}`] : []),
    ...(names ? [`only ${names.join(' and ')}`] : []),
    ...visitorWords(audiences, crowd),
  ];
  const words = parts.join(', ') || 'everybody';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
