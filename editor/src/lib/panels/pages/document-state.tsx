import type { DocumentFacts } from '../../app/backend.ts';
import { planSentence } from '../../releases/plan-words.ts';
import css from './document-state.module.css';

export type DocumentState = 'draft' | 'changed' | 'published' | 'planned' | 'failed' | 'review';

/** Where a document is in its life. */
function stateOf({ publishedVersion, isChanged, isInReview, planned = [] }: DocumentFacts): DocumentState {
  if (planned.some(({ state }) => state === 'failed')) return 'failed';
  if (planned.length > 0) return 'planned';
  if (isInReview) return 'review';
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
  review: { label: 'In review', more: 'Somebody asks whether it may go live.' },
  planned: { label: 'Planned', more: 'It waits for its time.' },
  failed: { label: 'Not live', more: 'Its time came and it could not go live. Look at what is planned.' },
} as const;

/** The state in a word. */
export function stateLabel(document: DocumentFacts): string {
  return words[stateOf(document)].label;
}

export function StateBadge({ document }: { document: DocumentFacts }) {
  const state = stateOf(document);
  return (
    <span
      className={css.badge}
      data-state={state}
      title={state === 'planned' ? planSentence(document.planned![0]!) : words[state].more}
    >
      {words[state].label}
    </span>
  );
}
