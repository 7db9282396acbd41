import { type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { countWords } from './asset-words.ts';
import css from './grid.module.css';
import type { MediaLibrary } from './media-library.ts';
import { pictureOf } from './picture-of.ts';

const SLACK = 5;

interface Drag {
  readonly assets: readonly MediaAsset[];
  readonly x: number;
  readonly y: number;
  /** The folder below the pointer; `none` = out of its folder. */
  readonly target: string | undefined;
}

/** What a tile listens to. */
export type DragSource = (asset: MediaAsset) => {
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void;
};

/** Dragging files onto folders with the pointer; the menu "Move to" is its twin for keys and fingers. */
export function useAssetDrag(library: MediaLibrary, isEnabled: boolean) {
  const [drag, setDrag] = useState<Drag>();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  const source = useCallback<DragSource>(
    (asset) => {
      if (!isEnabled || asset.trashedAt) return {};
      return {
        onPointerDown(event) {
          if (event.button !== 0 || event.pointerType === 'touch') return;
          end.current?.();
          end.current = followDrag(event, library, asset, setDrag);
        },
      };
    },
    [library, isEnabled],
  );
  const ghost: ReactNode = drag && (
    <div className={css.ghost} style={{ translate: `${drag.x + 12}px ${drag.y + 8}px` }}>
      {drag.assets[0]?.kind === 'picture' && <img src={pictureOf(drag.assets[0], 160)} alt="" />}
      {countWords(drag.assets.length)}
    </div>
  );
  return {
    source,
    ghost,
    isActive: drag !== undefined,
    moving: drag ? drag.assets.map(({ id }) => id) : none,
    target: drag?.target,
  };
}

const none: readonly string[] = [];

function followDrag(
  start: PointerEvent,
  library: MediaLibrary,
  asset: MediaAsset,
  show: (drag: Drag | undefined) => void,
): () => void {
  let drag: Drag | undefined;
  const { selection } = library.state.get();
  const ids = selection.ids.includes(asset.id) ? selection.ids : [asset.id];
  const move = (event: globalThis.PointerEvent) => {
    const { clientX: x, clientY: y } = event;
    if (!drag && Math.hypot(x - start.clientX, y - start.clientY) < SLACK) return;
    event.preventDefault();
    const below = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-folder]');
    const assets = ids.flatMap((id) => library.find(id) ?? []);
    drag = { assets, x, y, target: below?.dataset.folder };
    show(drag);
  };
  const stop = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('keydown', press, true);
    show(undefined);
  };
  const drop = () => {
    stop();
    if (!drag) return;
    // A drag ends with a click, which is none.
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true));
    if (drag.target === undefined) return;
    const folder = drag.target === 'none' ? null : drag.target;
    // What went wrong is seen by the files that stay; the list says why.
    library.move(ids, folder).catch((error: Error) => library.state.set({ problem: error.message }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !drag) return;
    event.preventDefault();
    event.stopPropagation();
    stop();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', stop);
  window.addEventListener('keydown', press, true);
  return stop;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
