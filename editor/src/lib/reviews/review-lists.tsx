import { AskList } from '../app/ask-list.tsx';
import type { DocumentFacts, Session } from '../app/backend.ts';
import { useAsked } from '../app/use-asked.ts';
import { timeAgo } from '../app/when.ts';
import type { ReviewLists as Lists, ReviewFacts } from './review-facts.ts';
import { reviewSentence } from './review-words.ts';

const none: Lists = { waiting: [], approved: [], own: [] };

/** On the start page: what waits for review or to be published, and what became of what one asked for oneself; nothing when there is nothing. */
export function ReviewLists({ list, session }: { list: readonly DocumentFacts[]; session: Session }) {
  const { waiting, approved, own } = useAsked<Lists>('reviews') ?? none;
  const row = (review: ReviewFacts, document: DocumentFacts) => {
    const { note, askedAt, decided } = review;
    const words = (decided ? decided.note : note).split('\n')[0]!;
    return {
      words: (
        <>
          <strong>{document.name}</strong>
          {words !== '' && ` — ${words}`}
        </>
      ),
      meta: (
        <>
          {reviewSentence(review, session)}
          {review.state === 'approved' && ', not live yet'} · {timeAgo(new Date(decided?.at ?? askedAt))}
        </>
      ),
    };
  };
  return (
    <>
      <AskList title="Waiting for review" items={waiting} list={list}>
        {row}
      </AskList>
      <AskList title="Approved, not live yet" items={approved} list={list}>
        {row}
      </AskList>
      <AskList title="You asked for review" items={own} list={list}>
        {row}
      </AskList>
    </>
  );
}
