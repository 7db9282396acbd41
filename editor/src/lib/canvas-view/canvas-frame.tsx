import { type CSSProperties, useCallback, useEffect, useRef } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { connectCanvas, doorOf } from './connect-canvas.ts';
import { useDrag } from './drag-context.tsx';

/**
 * The window of the page, connected from when its canvas and the document are there until it goes away. Another address is another
 * frame.
 */
export function CanvasFrame({ address, style }: { address: string; style: CSSProperties }) {
  const editor = useEditor();
  const drag = useDrag();
  const frame = useRef<HTMLIFrameElement>(null);
  const end = useRef<(() => void) | undefined>(undefined);
  const hasCome = useRef(false);
  const isLoaded = useStore(editor.open.state, (state) => state.isLoaded);
  const connect = useCallback(() => {
    const element = frame.current;
    hasCome.current = true;
    if (!element || !editor.open.state.get().isLoaded) return;
    if (editor.canvas && editor.canvas === doorOf(element.contentWindow)) return;
    end.current?.();
    end.current = connectCanvas({ editor, drag, frame: element });
    if (!end.current) editor.view.set({ canvas: 'failed' });
  }, [editor, drag]);
  useEffect(() => {
    editor.view.set({ canvas: 'loading' });
    // A page can be worked on before its last picture has come.
    const hear = ({ data, source }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data?.kind === 'vitrine-canvas-ready') connect();
    };
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      end.current?.();
      end.current = undefined;
    };
  }, [editor, connect]);
  useEffect(() => {
    if (isLoaded && hasCome.current) connect();
  }, [isLoaded, connect]);
  return (
    <iframe title="The page" className={css.frame} src={address} style={style} ref={frame} onLoad={connect} />
  );
}
