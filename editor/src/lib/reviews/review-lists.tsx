import { useEffect, useState } from 'react';
import { ask, type DocumentFacts, type Session } from '../app/backend.ts';
import { addressOf, goTo } from '../app/location.ts';
import { timeAgo } from '../app/when.ts';
import css from '../comments/for-you.module.css';
import type { ReviewLists as Lists, ReviewFacts } from './review-facts.ts';
import { reviewSentence } from './review-words.ts';

const MOST = 5;
const none: Lists = { waiting: [], own: [] };

/** On the start page: what waits for review, and what became of what one asked for oneself; nothing when there is nothing. */
export function ReviewLists({ list, session }: { list: readonly DocumentFacts[]; session: Session }) {
  const [lists, setLists] = useState(none);
  useEffect(() => {
    const over = new AbortController();
    const load = () =>
      ask<Lists>('reviews', { signal: over.signal }).then(
        setLists,
        // The list of pages says when the shop cannot be reached.
        () => {},
      );
    void load();
    window.addEventListener('focus', load, { signal: over.signal });
    return () => over.abort();
  }, []);
  return (
    <>
      <Section title="Waiting for review" reviews={lists.waiting} list={list} session={session} />
      <Section title="You asked for review" reviews={lists.own} list={list} session={session} />
    </>
  );
}

function Section({
  title,
  reviews,
  list,
  session,
}: {
  title: string;
  reviews: readonly ReviewFacts[];
  list: readonly DocumentFacts[];
  session: Session;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const here = reviews.flatMap((review) => {
    const document = list.find(({ id, trashedAt }) => id === review.document && !trashedAt);
    return document ? [{ review, document }] : [];
  });
  if (here.length === 0) return null;
  return (
    <section aria-label={title} className={css.forYou}>
      <h2 className={css.heading}>{title}</h2>
      <ul className={css.asks}>
        {here.slice(0, showsAll ? undefined : MOST).map(({ review, document }) => (
          <Row key={review.id} review={review} document={document} session={session} />
        ))}
      </ul>
      {here.length > MOST && !showsAll && (
        <button type="button" className={css.more} onClick={() => setShowsAll(true)}>
          {here.length - MOST} more
        </button>
      )}
    </section>
  );
}

function Row({
  review,
  document,
  session,
}: {
  review: ReviewFacts;
  document: DocumentFacts;
  session: Session;
}) {
  const { note, askedAt, decided } = review;
  const words = (decided ? decided.note : note).split('\n')[0]!;
  return (
    <li>
      <a
        className={css.ask}
        href={addressOf(document.id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          goTo(document.id);
        }}
      >
        <span className={css.words}>
          <strong>{document.name}</strong>
          {words !== '' && ` — ${words}`}
        </span>
        <span className={css.meta}>
          {reviewSentence(review, session)} · {timeAgo(new Date(decided?.at ?? askedAt))}
        </span>
      </a>
    </li>
  );
}
