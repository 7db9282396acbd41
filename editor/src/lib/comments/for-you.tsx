import { useEffect, useState } from 'react';
import { ask, type DocumentFacts } from '../app/backend.ts';
import { addressOf, goTo } from '../app/location.ts';
import { timeAgo } from '../app/when.ts';
import type { ThreadFacts } from './comment-facts.ts';
import css from './for-you.module.css';

const MOST = 5;

/** Comments that mention who is signed in or are theirs to see to; nothing when there are none. */
export function ForYou({ list, user }: { list: readonly DocumentFacts[]; user: string }) {
  const [threads, setThreads] = useState<readonly ThreadFacts[]>([]);
  const [showsAll, setShowsAll] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    const load = () =>
      ask<readonly ThreadFacts[]>('comments/for-me', { signal: over.signal }).then(
        setThreads,
        // The list of pages says when the shop cannot be reached.
        () => {},
      );
    void load();
    window.addEventListener('focus', load, { signal: over.signal });
    return () => over.abort();
  }, []);
  const here = threads.flatMap((thread) => {
    const document = list.find(({ id, trashedAt }) => id === thread.document && !trashedAt);
    return document ? [{ thread, document }] : [];
  });
  if (here.length === 0) return null;
  return (
    <section aria-label="For you" className={css.forYou}>
      <h2 className={css.heading}>For you</h2>
      <ul className={css.asks}>
        {here.slice(0, showsAll ? undefined : MOST).map(({ thread, document }) => (
          <Ask key={thread.id} thread={thread} document={document} user={user} />
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

function Ask({ thread, document, user }: { thread: ThreadFacts; document: DocumentFacts; user: string }) {
  const meant = thread.messages.findLast(({ mentions }) => mentions.some(({ id }) => id === user));
  const { author, words, writtenAt } = meant ?? thread.messages[0]!;
  return (
    <li>
      <a
        className={css.ask}
        href={addressOf(document.id, thread.id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          goTo(document.id, thread.id);
        }}
      >
        <span className={css.words}>{words === '' ? 'Deleted' : words}</span>
        <span className={css.meta}>
          {thread.assignee?.id === user && 'Yours to see to · '}
          {author.name} on {document.name}, {timeAgo(new Date(writtenAt))}
        </span>
      </a>
    </li>
  );
}
