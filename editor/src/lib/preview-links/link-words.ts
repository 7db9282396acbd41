import type { Catalogue } from '../app/backend.ts';
import { languageName } from '../app/language-name.ts';
import { dateAndTime } from '../app/when.ts';
import type { PreviewLinkFacts } from './preview-link-facts.ts';

export type LinkCatalogue = Pick<Catalogue, 'channels' | 'groups'>;

/** As whom a page is shown: a group of customers by its id, audiences and versions by their names. */
export interface SharedAs {
  readonly customerGroup?: string;
  readonly audiences?: readonly string[];
}

/** `visitors of “On a phone” and customers of “Trade”`; `undefined` = everybody. */
export function sharedAsWords(
  { customerGroup, audiences = [] }: SharedAs,
  { groups = [] }: Pick<Catalogue, 'groups'>,
): string | undefined {
  const group = groups.find(({ id }) => id === customerGroup)?.name ?? customerGroup;
  const who = [
    ...(audiences.length > 0 ? [`visitors of ${quoted(audiences)}`] : []),
    ...(group === undefined ? [] : [`customers of ${quoted([group])}`]),
  ];
  return who.length === 0 ? undefined : listed(who);
}

/** What a link shows of a page or release, as it stands in the list: market, moment, as whom. */
export function linkWords(link: PreviewLinkFacts, catalogue: LinkCatalogue): string {
  const { channel, locale, currency, release } = link;
  const { channels } = catalogue;
  const named = channels.length > 1 ? channels.find(({ id }) => id === channel) : undefined;
  const at = release ? release.at : link.at;
  const as = sharedAsWords(link, catalogue);
  return [
    ...(named ? [named.name] : []),
    ...(release ? ['All languages'] : [languageName(locale)]),
    currency,
    ...(at === undefined ? [] : [`as of ${dateAndTime(new Date(at))}`]),
    ...(as === undefined ? [] : [`as ${as}`]),
  ].join(' · ');
}

function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `“${name}”`));
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en').format(words);
}
