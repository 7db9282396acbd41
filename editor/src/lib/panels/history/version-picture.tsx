import { useEffect, useRef, useState } from 'react';
import { useEditor, useView } from '../../app/editor-context.tsx';
import css from './history.module.css';
import type { VersionPictures } from './version-pictures.ts';

const WIDTH = 1200;
const HEIGHT = 900;
const SHOWN = 88;

/** The top of a version, made small. It is made when it comes near the screen, and taken out again when it has gone by. */
export function VersionPicture({ seq, pictures }: { seq: number; pictures: VersionPictures }) {
  const editor = useEditor();
  const box = useRef<HTMLSpanElement>(null);
  const isNear = useNear(box);
  const [html, setHtml] = useState<string | undefined>(undefined);
  // The page itself goes first, and only then it is known where it is shown.
  const address = useView(({ canvas }) => (canvas === 'ready' ? editor.canvasAddress() : undefined));
  useEffect(() => {
    if (!isNear || address === undefined) return;
    const stop = new AbortController();
    pictures.of(seq, address, stop.signal).then(
      (made) => stop.signal.aborted || setHtml(made),
      // Its title and time say what it is.
      () => {},
    );
    return () => {
      stop.abort();
      setHtml(undefined);
    };
  }, [pictures, seq, address, isNear]);
  return (
    <span className={css.picture} ref={box} data-made={html !== undefined || undefined} aria-hidden>
      {html !== undefined && (
        <iframe
          title="Preview"
          tabIndex={-1}
          className={css.frame}
          sandbox="allow-same-origin"
          srcDoc={html}
          style={{ width: WIDTH, height: HEIGHT, transform: `scale(${SHOWN / WIDTH})` }}
        />
      )}
    </span>
  );
}

function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '160px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return isNear;
}
