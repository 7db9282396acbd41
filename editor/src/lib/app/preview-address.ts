import { visitedPath } from '@vitrine/content';
import type { ReleaseFacts, ReleaseItemFacts } from '../releases/release-facts.ts';
import type { Catalogue, DocumentFacts } from './backend.ts';

/** Where a document is shown to staff as it is edited, in the language of values without one. */
export function previewAddress(
  { id, composes, paths }: DocumentFacts,
  { channels, samples }: Pick<Catalogue, 'channels' | 'samples'>,
): string {
  const channel = channels[0];
  const path = paths[`${channel?.id}/${channel?.locales[0]}`] ?? samples[composes ?? 'page'] ?? '/';
  return `${encodeURI(path)}?${new URLSearchParams({ _preview: '1', _document: id })}`;
}

/** Where a page is shown to staff as it will be with a release, and styles on the first one; `undefined` = it has no address then. */
export function releaseAddress(
  { id, at }: Pick<ReleaseFacts, 'id' | 'at'>,
  { kind, paths }: Pick<ReleaseItemFacts, 'kind' | 'paths'>,
  channels: Catalogue['channels'],
): string | undefined {
  const places = channels.flatMap((channel) => channel.locales.map((locale) => ({ channel, locale })));
  const pathAt = ({ channel, locale }: (typeof places)[number]) =>
    kind === 'styles' ? '/' : paths[`${channel.id}/${locale}`];
  const place = places.find((each) => pathAt(each) !== undefined);
  if (!place) return undefined;
  const { channel, locale } = place;
  const path = pathAt(place)!;
  const asked = new URLSearchParams({
    _preview: '1',
    _release: id,
    ...(channel !== channels[0] && { _channel: channel.id }),
    ...(at !== undefined && { _at: at }),
  });
  return `${encodeURI(visitedPath({ locale, path }, channel.locales))}?${asked}`;
}
