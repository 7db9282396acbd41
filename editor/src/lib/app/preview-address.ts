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
