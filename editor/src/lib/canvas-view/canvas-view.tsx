import { Button, Loader, Text } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { widths } from '../app/editor.ts';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { goTo } from '../app/location.ts';
import { useStore } from '../app/store.ts';
import css from './canvas-view.module.css';
import { connectCanvas } from './connect-canvas.ts';
import { useDrag } from './drag-context.tsx';
import { Overlay } from './overlay.tsx';

/** The page itself in a window of its own, with what the editor draws above it. */
export function CanvasView() {
  const editor = useEditor();
  const drag = useDrag();
  const { open } = editor;
  const isLoaded = useStore(open.state, (value) => value.isLoaded);
  const closed = useStore(open.state, (value) => value.closed);
  const refused = useStore(open.state, (value) => value.refused);
  const width = useView((view) => view.width);
  const zoom = useView((view) => view.zoom);
  const state = useView((view) => view.canvas);
  const address = useCanvasAddress();
  const room = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const size = useSize(room);
  const wanted = width === 'full' ? size.width : widths[width];
  const scale = zoom === 'fit' ? Math.min(1, size.width / wanted || 1) : zoom;

  const frame = useRef<HTMLIFrameElement>(null);
  const end = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => end.current?.(), []);

  const connect = useCallback(() => {
    const element = frame.current;
    if (!element || (editor.canvas && editor.canvas === element.contentWindow?.vitrineCanvas)) return;
    end.current?.();
    end.current = connectCanvas({ editor, drag, frame: element });
    if (!end.current) editor.view.set({ canvas: 'failed' });
  }, [editor, drag]);
  // A page can be worked on before its last picture has come.
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data?.kind === 'vitrine-canvas-ready') connect();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [connect]);

  return (
    <div className={css.room} ref={room}>
      {isLoaded && size.width > 0 && (
        <div
          className={css.stage}
          style={{ width: wanted * scale, height: size.height }}
          data-device={width === 'full' ? undefined : ''}
        >
          <iframe
            key={`${address} ${attempt}`}
            title="The page"
            className={css.frame}
            src={address}
            style={{ width: wanted, height: size.height / scale, transform: `scale(${scale})` }}
            ref={frame}
            onLoad={connect}
          />
          <Overlay scale={scale} />
        </div>
      )}
      {refused !== undefined && (
        <div className={css.notice} role="alert">
          <Text size="sm" maw={360} ta="center">
            {refused} The change was not kept; load the page anew to go on with what everybody has.
          </Text>
          <Button size="xs" onClick={() => window.location.reload()}>
            Load the page anew
          </Button>
        </div>
      )}
      {closed !== undefined && !isLoaded && (
        <div className={css.notice} role="alert">
          <Text size="sm" maw={360} ta="center">
            {closed}
          </Text>
          <Button size="xs" variant="default" onClick={() => goTo(undefined)}>
            All pages
          </Button>
        </div>
      )}
      {closed === undefined && (state === 'loading' || !isLoaded) && (
        <div className={css.notice} role="status">
          <Loader size="sm" />
          <Text size="sm">Opening the page …</Text>
        </div>
      )}
      {state === 'failed' && (
        <div className={css.notice} role="alert">
          <Text size="sm" maw={360} ta="center">
            The page could not be shown here. The shop may be restarting, or you were signed out. What you
            changed is kept.
          </Text>
          <Button size="xs" onClick={() => setAttempt(attempt + 1)}>
            Show it again
          </Button>
        </div>
      )}
    </div>
  );
}

// The address says in which market the page is shown; when it changes, the page is loaded anew.
function useCanvasAddress(): string {
  const editor = useEditor();
  useMeta();
  useView((view) => `${view.channel} ${view.locale} ${view.currency} ${view.samplePath}`);
  return editor.canvasAddress();
}

function useSize(ref: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry)
        setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
