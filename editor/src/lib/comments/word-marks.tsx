import { useEffect, useMemo, useReducer } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import css from './comment-pins.module.css';
import { type CommentedWords, commentedWords } from './commented-words.ts';
import type { Threads } from './threads.ts';
import { threadsOf, useThreads } from './threads-of.ts';

/** Milliseconds after a change until words are looked for anew. */
const LOOK = 150;

/**
 * Marks the words that open comments are about, above the canvas. They can be pressed where they stand, which takes nothing from
 * selecting and writing there; with keys the bubbles and the panel lead to the same threads.
 */
export function WordMarks({ scale }: { scale: number }) {
  const words = useCommentedWords();
  const chosen = useThreads((state) => state.chosen);
  useOpenOnPress(words);
  if (words.length === 0) return null;
  return (
    <div className={css.pins} aria-hidden="true">
      {words.flatMap(({ thread, range }) =>
        [...range.getClientRects()].map(({ left, top, width, height }, index) => (
          <div
            key={`${thread} ${index}`}
            className={css.words}
            data-testid="commented-words"
            data-chosen={thread === chosen || undefined}
            style={{
              transform: `translate(${left * scale}px, ${top * scale}px)`,
              width: width * scale,
              height: height * scale,
            }}
          />
        )),
      )}
    </div>
  );
}

function useCommentedWords(): readonly CommentedWords[] {
  const editor = useEditor();
  const open = useThreads((state) => state.open);
  const isShown = useThreads((state) => state.showsPins);
  const locale = useView((view) => view.locale);
  const canvas = useView((view) => view.canvas);
  const [look, again] = useReducer((count: number) => count + 1, 0);
  const threads = useMemo(() => open?.filter(({ anchor }) => anchor.words) ?? none, [open]);
  const hasWords = threads.length > 0;
  useEffect(() => {
    const door = editor.canvas;
    if (!hasWords || canvas !== 'ready' || !door) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        again();
      }, LOOK);
    };
    const ends = [door.onChange(soon), editor.page.onChange(soon)];
    let isOver = false;
    // Where texts stand is known once the canvas can render.
    void door.complete().then(() => isOver || soon());
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [editor, canvas, hasWords]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the canvas is not React's; these say when it changed.
  return useMemo(
    () => (isShown && canvas === 'ready' ? commentedWords(editor, threads) : none),
    [editor, threads, isShown, locale, canvas, look],
  );
}

function useOpenOnPress(words: readonly CommentedWords[]): void {
  const editor = useEditor();
  useEffect(() => {
    const window = editor.frame?.contentWindow;
    if (words.length === 0 || !window) return;
    const press = ({ clientX: x, clientY: y }: MouseEvent) => {
      const pressed = words.find(({ range }) =>
        [...range.getClientRects()].some(
          ({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
        ),
      );
      // Whoever writes there, or selected something, wants to go on with that.
      if (!pressed || editor.view.get().text || window.getSelection()?.isCollapsed === false) return;
      openThread(threadsOf(editor), pressed.thread);
      editor.view.set({ left: 'comments' });
    };
    window.addEventListener('click', press, { capture: true });
    return () => window.removeEventListener('click', press, { capture: true });
  }, [editor, words]);
}

function openThread(threads: Threads, id: string): void {
  void threads.show('open');
  threads.choose(id);
}

const none: readonly never[] = [];
