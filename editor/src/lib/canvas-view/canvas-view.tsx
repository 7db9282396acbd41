import { later, PlainButton, Spinner } from '@vitrine/ui';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { widths } from '../app/editor.ts';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { goTo } from '../app/location.ts';
import { useStore } from '../app/store.ts';
import { CanvasFrame } from './canvas-frame.tsx';
import css from './canvas-view.module.css';
import { Overlay } from './overlay.tsx';
import { WrittenText } from './written-text.tsx';

const RefusedNotice = later(async () => (await import('./refused-notice.tsx')).RefusedNotice);

/** The page itself in a window of its own, with what the editor draws above it. */
export function CanvasView() {
  const editor = useEditor();
  const { open } = editor;
  const isLoaded = useStore(open.state, (value) => value.isLoaded);
  const closed = useStore(open.state, (value) => value.closed);
  const refused = useStore(open.state, (value) => value.refused);
  const isConnected = useStore(open.state, (value) => value.isConnected);
  const width = useView((view) => view.width);
  const zoom = useView((view) => view.zoom);
  const state = useView((view) => view.canvas);
  const address = useCanvasAddress();
  const room = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const size = useSize(room);
  const wanted = width === 'full' ? size.width : widths[width];
  const scale = zoom === 'fit' ? Math.min(1, size.width / wanted || 1) : zoom;

  const wasAway = useRef(false);
  useEffect(() => {
    if (!isConnected) wasAway.current = true;
    else if (wasAway.current) {
      wasAway.current = false;
      if (state === 'failed') setAttempt((before) => before + 1);
    }
  }, [isConnected, state]);
  return (
    <div className={css.room} ref={room}>
      {address !== undefined && size.width > 0 && (
        <div
          className={css.stage}
          style={{ width: wanted * scale, height: size.height }}
          data-device={width === 'full' ? undefined : ''}
        >
          <CanvasFrame
            key={`${address} ${attempt}`}
            address={address}
            style={{ width: wanted, height: size.height / scale, transform: `scale(${scale})` }}
          />
          <Overlay scale={scale} />
          <WrittenText />
        </div>
      )}
      {refused !== undefined && (
        <div className={css.notice} role="alert">
          <RefusedNotice refused={refused} />
        </div>
      )}
      {closed !== undefined && !isLoaded && (
        <div className={css.notice} role="alert">
          <p className={css.words}>{closed}</p>
          <PlainButton kind="default" onClick={() => goTo(undefined)}>
            All pages
          </PlainButton>
        </div>
      )}
      {closed === undefined && (state === 'loading' || !isLoaded) && (
        <div className={css.notice} role="status">
          <Spinner />
          <p className={css.words}>Opening the page …</p>
        </div>
      )}
      {state === 'failed' && (
        <div className={css.notice} role="alert">
          <p className={css.words}>
            The page could not be shown here. The shop may be restarting, or you were signed out. What you
            changed is kept.
          </p>
          <PlainButton onClick={() => setAttempt(attempt + 1)}>Show it again</PlainButton>
        </div>
      )}
    </div>
  );
}

// The address says in which market, with what and when the page is shown; when it changes, the page is loaded anew.
// Until the document has come it is where the list says: the page is on its way meanwhile.
function useCanvasAddress(): string | undefined {
  const editor = useEditor();
  useMeta();
  useView(
    ({ channel, locale, currency, group, sample, at }) =>
      `${channel} ${locale} ${currency} ${group} ${editor.reader.audience} ${sample?.slug} ${at}`,
  );
  return useStore(editor.documents.state, () => editor.earlyCanvasAddress());
}

function useSize(ref: React.RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  // At once, and not a frame later: the page is asked for as soon as there is room for it.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const take = ({ width, height }: DOMRectReadOnly) =>
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    take(element.getBoundingClientRect());
    const observer = new ResizeObserver(([entry]) => entry && take(entry.contentRect));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
