import { useEditor } from '../app/editor-context.tsx';
import { scrollIntoView } from '../commands/edit.ts';
import { anchorLine, anchorWords } from './anchor-words.ts';
import type { ThreadFacts } from './comment-facts.ts';
import css from './comments.module.css';
import { placeThreads, type ThreadPlace } from './place-threads.ts';
import { ThreadCard } from './thread-card.tsx';

/** Threads in the order of the page, below what they are about. */
export function ThreadPlaces({
  threads,
  order,
}: {
  threads: readonly ThreadFacts[];
  order: readonly string[];
}) {
  const editor = useEditor();
  // One list, so that who writes an answer keeps the caret when the module goes, or comes back.
  const lines = placeThreads(threads, order).flatMap((place) => [
    <PlaceName key={`at ${place.node ?? place.kind}`} place={place} />,
    ...place.threads.map((thread) => {
      const { setting, quote, isQuoteGone } = anchorWords(editor, thread.anchor);
      const about = { setting, quote, isQuoteGone, line: anchorLine(editor, thread.anchor) };
      return <ThreadCard key={thread.id} thread={thread} {...about} />;
    }),
  ]);
  return <div className={css.places}>{lines}</div>;
}

function PlaceName({ place: { kind, node } }: { place: ThreadPlace }) {
  const editor = useEditor();
  if (kind === 'gone') return <h3 className={css.heading}>Of modules that are gone</h3>;
  const { name } = anchorWords(editor, node === undefined ? {} : { node });
  if (node === undefined) return <h3 className={css.heading}>{name}</h3>;
  return (
    <h3 className={css.heading}>
      <button
        type="button"
        className={css.name}
        onClick={() => {
          editor.select([node]);
          scrollIntoView(editor, node);
        }}
      >
        {name}
      </button>
    </h3>
  );
}
