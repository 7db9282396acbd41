import type { PageNode } from '@vitrine/content';
import { useEffect, useRef, useState } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { whenIdle } from '../checks/when-idle.ts';
import { inTurn, renderNodes } from '../document/static-page.ts';
import css from './palette.module.css';

const WIDTH = 1200;
/** As wide as a card shows it, until that is measured. */
const SHOWN = 236;

/** Modules as the shop renders them, with real data, made small. Fetched once it can be seen; no script of it runs. */
export function Thumbnail({ nodes }: { nodes: readonly PageNode[] }) {
  const editor = useEditor();
  const box = useRef<HTMLSpanElement>(null);
  const [html, setHtml] = useState<string | undefined>(undefined);
  const [height, setHeight] = useState(96);
  const [scale, setScale] = useState(SHOWN / WIDTH);
  // The page itself goes first, and only then it is known where it is shown.
  const isOpen = useView(({ canvas }) => canvas === 'ready');
  useEffect(() => {
    const element = box.current;
    if (!element || !isOpen) return;
    let isOver = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      setScale(entry.boundingClientRect.width / WIDTH);
      thumbnailOf(editor.canvasAddress(), nodes).then(
        (text) => {
          if (!isOver) setHtml(text);
        },
        // Its name says what it is.
        () => {},
      );
    });
    observer.observe(element);
    return () => {
      isOver = true;
      observer.disconnect();
    };
  }, [editor, nodes, isOpen]);
  return (
    <span className={css.thumbnail} ref={box} style={{ height }} aria-hidden>
      {html !== undefined && (
        <iframe
          title="Preview"
          tabIndex={-1}
          className={css.picture}
          sandbox="allow-same-origin"
          srcDoc={html}
          style={{ width: WIDTH, height: height / scale, transform: `scale(${scale})` }}
          onLoad={({ currentTarget }) => {
            const body = currentTarget.contentDocument?.body;
            // What shows nothing here is known by its name.
            if (body) setHeight(Math.min(180, Math.ceil(body.scrollHeight * scale)));
          }}
        />
      )}
    </span>
  );
}

const known = new WeakMap<readonly PageNode[], Promise<string>>();

// What somebody is doing on the canvas goes first.
function thumbnailOf(address: string, nodes: readonly PageNode[]): Promise<string> {
  let made = known.get(nodes);
  if (!made) {
    made = inTurn(() => idle().then(() => renderNodes(address, nodes)));
    known.set(nodes, made);
  }
  return made;
}

const idle = () => new Promise<void>((resolve) => whenIdle(resolve, 100));
