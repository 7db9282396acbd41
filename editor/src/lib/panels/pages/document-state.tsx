import { Badge } from '@mantine/core';
import type { DocumentFacts } from '../../app/backend.ts';

export type DocumentState = 'draft' | 'changed' | 'published';

/** Where a document is in its life. */
export function stateOf({ publishedVersion, isChanged }: DocumentFacts): DocumentState {
  if (publishedVersion === undefined) return 'draft';
  return isChanged ? 'changed' : 'published';
}

const words = {
  draft: { label: 'Draft', colour: 'gray', more: 'Shoppers cannot see it yet.' },
  changed: {
    label: 'Changed',
    colour: 'yellow',
    more: 'Shoppers see it as it was published; what was changed since waits to be published.',
  },
  published: { label: 'Published', colour: 'green', more: 'Shoppers see it just like this.' },
} as const;

/** The state in a word. */
export function stateLabel(document: DocumentFacts): string {
  return words[stateOf(document)].label;
}

export function StateBadge({ document, size = 'sm' }: { document: DocumentFacts; size?: 'xs' | 'sm' }) {
  const { label, colour, more } = words[stateOf(document)];
  return (
    <Badge size={size} variant="light" color={colour} title={more} tt="none" fw={500} style={{ flex: 'none' }}>
      {label}
    </Badge>
  );
}
