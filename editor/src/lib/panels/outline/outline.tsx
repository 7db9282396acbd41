import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { PageInYdoc } from '@vitrine/content/collab';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useEditor, useView } from '../../app/editor-context.tsx';
import { useStore } from '../../app/store.ts';
import { useDrag } from '../../canvas-view/drag-context.tsx';
import panel from '../panels.module.css';
import css from './outline.module.css';
import { OutlineDropMark } from './outline-drop-mark.tsx';
import { OutlineLine } from './outline-line.tsx';
import { outlineRows, ROW } from './outline-rows.ts';
import { useOutlineDrop } from './use-outline-drop.ts';
import { useRowFocus } from './use-row-focus.ts';

const MARGIN = 12;

/** The page as a tree: everything that can be done on the canvas can be done here, with keys alone too. */
export function Outline() {
  const editor = useEditor();
  const { page } = editor;
  const [words, setWords] = useState('');
  const version = useChanges(page, words !== '');
  const selection = useView((view) => view.selection);
  const fragments = useStore(editor.fragments.state, ({ known }) => known);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with the structure of the page, and the open parts of fragments.
  const rows = useMemo(() => outlineRows(editor, folded, words), [editor, folded, words, version, fragments]);
  const scroller = useRef<HTMLDivElement>(null);
  const dragged = useStore(useDrag().state, (state) => state.dragged);
  useOutlineDrop(scroller, rows);
  const tree = useRef<HTMLDivElement>(null);
  const focus = useRowFocus(tree, rows);
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  const first = Math.max(0, Math.floor(seen.top / ROW) - MARGIN);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / ROW) + MARGIN);

  // The row that is dragged stays, however far the others scroll: it holds the pointer.
  const shown = rows.flatMap((row, at) => {
    const isDragged = dragged?.kind === 'move' && row.kind === 'instance' && dragged.ids.includes(row.id);
    return (at >= first && at < last) || isDragged ? [{ row, at, isDragged }] : [];
  });

  // One row is reached by Tab: that of what is selected, else the first there is.
  const reachable = shown.flatMap(({ row }) => (row.kind === 'instance' ? [row.id] : []));
  const stop = reachable.find((id) => id === selection[0]) ?? reachable[0];

  // What is selected elsewhere can be seen here.
  useEffect(() => {
    const at = rows.findIndex((row) => row.kind === 'instance' && row.id === selection[0]);
    const element = scroller.current;
    if (at === -1 || !element) return;
    const top = at * ROW;
    if (top < element.scrollTop || top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: top - element.clientHeight / 2 });
  }, [rows, selection]);

  const fold = useCallback((id: string) => {
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Outline</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      <TextInput
        px="sm"
        pb="xs"
        size="xs"
        aria-label="Search the outline"
        placeholder="Search this page"
        leftSection={<IconSearch size={14} />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div
        className={panel.scroll}
        ref={scroller}
        onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) => setSeen({ top, height })}
      >
        {rows.length === 0 && (
          <p className={panel.empty}>
            {words
              ? 'No module is called like that.'
              : 'The page is empty. Add the first module from the palette.'}
          </p>
        )}
        <div
          className={css.tree}
          ref={tree}
          {...focus}
          role="tree"
          aria-label="Modules of the page"
          aria-multiselectable
          style={{ height: rows.length * ROW }}
        >
          {shown.map(({ row, at, isDragged }) => (
            <OutlineLine
              key={
                row.kind === 'instance' ? row.id : row.kind === 'slot' ? `${row.parent} ${row.slot}` : 'lost'
              }
              row={row}
              top={at * ROW}
              isDragged={isDragged}
              isReachable={row.kind === 'instance' && row.id === stop}
              isSelected={row.kind === 'instance' && selection.includes(row.id)}
              isFolded={row.kind === 'instance' && folded.has(row.id)}
              onFold={fold}
            />
          ))}
          <OutlineDropMark rows={rows} />
        </div>
      </div>
    </>
  );
}

/** Counts changes of where instances stand; with `isDeep` changes of anything, as names are searched too. */
function useChanges(page: PageInYdoc, isDeep: boolean): number {
  const count = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const hear = () => {
        count.current++;
        listener();
      };
      return isDeep ? page.onChange(hear) : page.onStructure(hear);
    },
    [page, isDeep],
  );
  return useSyncExternalStore(subscribe, () => count.current);
}
