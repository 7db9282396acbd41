import { useLayoutEffect, useRef, useState } from 'react';
import type { DocumentFacts } from '../../app/backend.ts';
import type { TreePlace } from '../../app/document-order.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import type { DocumentRights } from './document-menu.tsx';
import { DocumentRow } from './document-row.tsx';
import { type PageRow, pageRows, type Step, stepFrom } from './page-rows.ts';
import css from './pages.module.css';
import { rowToFocus, stepOfKey } from './tree-keys.ts';
import { INDENT, useTreeDrag } from './use-tree-drag.ts';

const HEIGHT = { panel: 32, wide: 40 } as const;

export interface DocumentTreeProps {
  readonly list: readonly DocumentFacts[];
  readonly kind: DocumentFacts['kind'];
  readonly label: string;
  readonly words: string;
  readonly size: 'panel' | 'wide';
  /** `<channel>/<locale>` whose addresses are shown. */
  readonly place: string;
  readonly current: string | undefined;
  readonly rights: DocumentRights;
  readonly onOpen: (id: string) => void;
  /** What a screen reader should say. */
  readonly onSay: (text: string) => void;
}

/** Documents of one kind, those that stand below others indented. Complete with the keys alone. */
export function DocumentTree(props: DocumentTreeProps) {
  const { list, kind, words, size, current, rights, onOpen, onSay } = props;
  const documents = useDocuments();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | undefined>(undefined);
  const rows = pageRows(list, kind, { folded, words });
  const tree = useRef<HTMLDivElement>(null);
  const refocus = useRef<string | undefined>(undefined);
  const isMovable = kind === 'page' && rights.canWrite && words.trim() === '';
  const { moving, drop, source } = useTreeDrag({
    rows,
    rowHeight: HEIGHT[size],
    tree,
    isEnabled: isMovable,
    onDrop: move,
  });
  const reachable = rows.some(({ document }) => document.id === active) ? active : rows[0]?.document.id;

  // A line that moved keeps the focus, though its element may have been put elsewhere.
  useLayoutEffect(() => {
    if (refocus.current !== undefined) focus(refocus.current);
    refocus.current = undefined;
  });

  function focus(id: string) {
    tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  }

  function fold(id: string) {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  }

  function move(row: PageRow, place: TreePlace) {
    const { id, name } = row.document;
    const parent = list.find((each) => each.id === place.parent);
    if (place.parent !== undefined) setFolded(without(folded, place.parent));
    onSay(`${name} is now ${place.index + 1} ${parent ? `below ${parent.name}` : 'at the top'}.`);
    documents.place(id, place).catch((error: Error) => onSay(error.message));
  }

  function step(row: PageRow, way: Step) {
    const to = stepFrom(rows, row, way);
    if ('refused' in to) return onSay(to.refused);
    refocus.current = row.document.id;
    move(row, to.place);
  }

  function press(row: PageRow, event: React.KeyboardEvent<HTMLElement>) {
    const { id } = row.document;
    const way = stepOfKey(event);
    const next = rowToFocus(rows, row, event);
    if (way && isMovable) step(row, way);
    else if (event.altKey || event.ctrlKey || event.metaKey) return;
    else if (next) {
      setActive(next);
      focus(next);
    } else if (event.key === 'ArrowRight' && row.isFolded) fold(id);
    else if (event.key === 'ArrowLeft' && row.children > 0) fold(id);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(id);
    else if ((event.key === 'Delete' || event.key === 'Backspace') && rights.canWrite)
      documents.show({ kind: 'trash', id });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={tree}
      className={css.tree}
      role="tree"
      aria-label={props.label}
      onFocus={({ target }) => {
        const id = target.closest<HTMLElement>('[data-row]')?.dataset.row;
        if (id !== undefined) setActive(id);
      }}
    >
      {rows.map((row) => (
        <DocumentRow
          key={row.document.id}
          row={row}
          size={size}
          place={props.place}
          isCurrent={row.document.id === current}
          isReachable={row.document.id === reachable}
          isDragged={row.document.id === moving}
          rights={rights}
          source={source(row)}
          onOpen={onOpen}
          onFold={fold}
          onStep={step}
          onKey={press}
        />
      ))}
      {drop && (
        <div className={css.line} style={{ top: drop.gap * HEIGHT[size], left: 12 + drop.depth * INDENT }} />
      )}
    </div>
  );
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  return next.delete(id) ? next : set;
}
