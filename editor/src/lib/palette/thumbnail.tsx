import type { PageNode } from '@vitrine/content';
import { useEffect, useRef, useState } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { whenIdle } from '../checks/when-idle.ts';
import css from './palette.module.css';

const WIDTH = 1200;
const SHOWN = 236;
const SCALE = SHOWN / WIDTH;

/** Modules as the shop renders them, with real data, made small. Fetched once it can be seen; no script of it runs. */
export function Thumbnail({ nodes }: { nodes: readonly PageNode[] }) {
  const editor = useEditor();
  const box = useRef<HTMLSpanElement>(null);
  const [html, setHtml] = useState<string | undefined>(undefined);
  const [height, setHeight] = useState(96);
  // The page itself goes first, and only then it is known where it is shown.
  const isOpen = useView(({ canvas }) => canvas === 'ready');
  useEffect(() => {
    const element = box.current;
    if (!element || !isOpen) return;
    let isOver = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
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
          style={{ width: WIDTH, height: height / SCALE, transform: `scale(${SCALE})` }}
          onLoad={({ currentTarget }) => {
            const body = currentTarget.contentDocument?.body;
            // What shows nothing here is known by its name.
            if (body) setHeight(Math.min(180, Math.ceil(body.scrollHeight * SCALE)));
          }}
        />
      )}
    </span>
  );
}

const known = new WeakMap<readonly PageNode[], Promise<string>>();
let queue: Promise<unknown> = Promise.resolve();

// One after the other: what somebody is doing on the canvas goes first.
function thumbnailOf(address: string, nodes: readonly PageNode[]): Promise<string> {
  let made = known.get(nodes);
  if (!made) {
    made = queue.then(idle).then(() => fetchThumbnail(address, nodes));
    queue = made.catch(() => {});
    known.set(nodes, made);
  }
  return made;
}

const idle = () => new Promise<void>((resolve) => whenIdle(resolve, 100));

async function fetchThumbnail(address: string, nodes: readonly PageNode[]): Promise<string> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nodes }),
  });
  if (!answer.ok) throw new Error(`The preview was not made (${answer.status}).`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const script of page.querySelectorAll('script')) script.remove();
  page.body.style.overflow = 'hidden';
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
