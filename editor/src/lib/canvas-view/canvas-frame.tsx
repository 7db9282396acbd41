import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { connectCanvas, doorOf } from './connect-canvas.ts';
import { useDrag } from './drag-context.tsx';
import { hasLoaded, placeFrame } from './early-frame.ts';

/**
 * The window of the page, connected from when its canvas and the document are there until it goes away. Another address is another
 * frame: it is asked for with another `key`.
 */
export function CanvasFrame({ address, style }: { address: string; style: CSSProperties }) {
  const editor = useEditor();
  const drag = useDrag();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const isLoaded = useStore(editor.open.state, (state) => state.isLoaded);
  useLayoutEffect(() => {
    const placed = placeFrame(place.current!, address);
    frame.current = placed;
    return () => {
      frame.current = null;
      placed.remove();
    };
  }, [address]);
  useEffect(() => {
    const placed = frame.current!;
    let end: (() => void) | undefined;
    const connect = () => {
      const door = doorOf(placed.contentWindow);
      if (!isLoaded || (editor.canvas && editor.canvas === door)) return;
      end?.();
      end = connectCanvas({ editor, drag, frame: placed });
      if (!end) editor.view.set({ canvas: 'failed' });
    };
    // A page can be worked on before its last picture has come.
    const hear = ({ data, source }: MessageEvent) => {
      if (source === placed.contentWindow && data?.kind === 'vitrine-canvas-ready') connect();
    };
    editor.view.set({ canvas: 'loading' });
    placed.addEventListener('load', connect);
    window.addEventListener('message', hear);
    // It may have come already.
    if (doorOf(placed.contentWindow) || hasLoaded(placed)) connect();
    return () => {
      placed.removeEventListener('load', connect);
      window.removeEventListener('message', hear);
      end?.();
    };
  }, [editor, drag, isLoaded]);
  return <div className={css.frame} style={style} ref={place} />;
}
