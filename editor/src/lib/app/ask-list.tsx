import { type ReactNode, useState } from 'react';
import css from './ask-list.module.css';
import type { DocumentFacts } from './backend.ts';
import { addressOf, goTo } from './location.ts';

const MOST = 5;

/** On the start page: what somebody is asked about documents, each leading there; nothing when there is nothing. */
export function AskList<Item extends { readonly id: string; readonly document: string }>({
  title,
  items,
  list,
  commentOf,
  children,
}: {
  title: string;
  items: readonly Item[];
  /** Of all documents: what is about one that lies in the trash, or is gone, is left out. */
  list: readonly DocumentFacts[];
  /** The thread of comments it leads to. Default: none. */
  commentOf?: (item: Item) => string;
  /** Its words, and below them what else there is to say. */
  children: (item: Item, document: DocumentFacts) => { readonly words: ReactNode; readonly meta: ReactNode };
}) {
  const [showsAll, setShowsAll] = useState(false);
  const here = items.flatMap((item) => {
    const document = list.find(({ id, trashedAt }) => id === item.document && !trashedAt);
    return document ? [{ item, document }] : [];
  });
  if (here.length === 0) return null;
  return (
    <section aria-label={title} className={css.forYou}>
      <h2 className={css.heading}>{title}</h2>
      <ul className={css.asks}>
        {here.slice(0, showsAll ? undefined : MOST).map(({ item, document }) => {
          const { words, meta } = children(item, document);
          const comment = commentOf?.(item);
          return (
            <li key={item.id}>
              <a
                className={css.ask}
                href={addressOf(document.id, comment)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  goTo(document.id, comment);
                }}
              >
                <span className={css.words}>{words}</span>
                <span className={css.meta}>{meta}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {here.length > MOST && !showsAll && (
        <button type="button" className={css.more} onClick={() => setShowsAll(true)}>
          {here.length - MOST} more
        </button>
      )}
    </section>
  );
}
