import type { DocumentFacts } from '../../app/backend.ts';
import css from './document-state.module.css';

export type DocumentState = 'draft' | 'changed' | 'published';

/** Where a document is in its life. */
function stateOf({ publishedVersion, isChanged }: DocumentFacts): DocumentState {
  if (publishedVersion === undefined) return 'draft';
  return isChanged ? 'changed' : 'published';
}

const words = {
  draft: { label: 'Draft', more: 'Shoppers cannot see it yet.' },
  changed: {
    label: 'Changed',
    more: 'Shoppers see it as it was published; what was changed since waits to be published.',
  },
  published: { label: 'Published', more: 'Shoppers see it just like this.' },
} as const;

/** The state in a word. */
export function stateLabel(document: DocumentFacts): string {
  return words[stateOf(document)].label;
}

export function StateBadge({ document }: { document: DocumentFacts }) {
  const state = stateOf(document);
  return (
    <span className={css.badge} data-state={state} title={words[state].more}>
      {words[state].label}
    </span>
  );
}
