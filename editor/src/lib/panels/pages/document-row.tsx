import {
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconFile,
  IconFrame,
  IconLayout,
  IconPuzzle,
} from '@tabler/icons-react';
import { memo, useState } from 'react';
import type { DocumentFacts } from '../../app/backend.ts';
import { addressOf } from '../../app/location.ts';
import { timeAgo } from '../../app/when.ts';
import { DocumentMenu, type DocumentRights } from './document-menu.tsx';
import { StateBadge, stateLabel } from './document-state.tsx';
import type { PageRow, Step } from './page-rows.ts';
import css from './pages.module.css';
import { INDENT } from './use-tree-drag.ts';

const icons = { page: IconFile, fragment: IconPuzzle, template: IconLayout, layout: IconFrame } as const;

export interface RowProps {
  readonly row: PageRow;
  readonly size: 'panel' | 'wide';
  /** `<channel>/<locale>` whose address is shown. */
  readonly place: string;
  readonly isCurrent: boolean;
  readonly isReachable: boolean;
  readonly isDragged: boolean;
  readonly rights: DocumentRights;
  readonly source: object;
  readonly onOpen: (id: string) => void;
  readonly onFold: (id: string) => void;
  readonly onStep: (row: PageRow, step: Step) => void;
  readonly onKey: (row: PageRow, event: React.KeyboardEvent<HTMLElement>) => void;
}

/** One document in the list. */
export const DocumentRow = memo(function DocumentRow(props: RowProps) {
  const { row, size, isCurrent, rights, onOpen, onFold, onStep } = props;
  const { document, depth, children, isFolded } = row;
  const { id, kind, name } = document;
  const [hasMenu, setHasMenu] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const Icon = icons[kind];
  const address = document.paths[props.place] ?? Object.values(document.paths)[0];

  function press(event: React.KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenuOpen(true);
      event.preventDefault();
      event.stopPropagation();
    } else props.onKey(row, event);
  }

  return (
    <div
      className={css.row}
      data-row={id}
      data-size={size}
      data-current={isCurrent || undefined}
      data-dragged={props.isDragged || undefined}
      style={{ paddingLeft: 8 + depth * INDENT }}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={children > 0 ? !isFolded : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={rowLabel(document, address, size)}
      tabIndex={props.isReachable ? 0 : -1}
      onPointerEnter={() => setHasMenu(true)}
      onFocus={() => setHasMenu(true)}
      onKeyDown={press}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) window.open(addressOf(id), '_blank', 'noopener');
        else onOpen(id);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
      {...props.source}
    >
      {children > 0 ? (
        <button
          type="button"
          className={css.fold}
          tabIndex={-1}
          aria-label={isFolded ? `Unfold ${name}` : `Fold ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onFold(id);
          }}
        >
          {isFolded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
        </button>
      ) : (
        <span className={css.fold} />
      )}
      <Icon size={16} stroke={1.6} className={css.icon} aria-hidden />
      <span className={css.name} title={size === 'panel' ? (address ?? name) : undefined}>
        {name}
      </span>{' '}
      <span className={css.state}>
        <StateBadge document={document} />
      </span>{' '}
      {size === 'wide' && (
        <>
          <span className={css.address}>{address}</span>{' '}
          <span className={css.changed}>{changedWords(document)}</span>
        </>
      )}
      <span className={css.menu} data-open={isMenuOpen || undefined}>
        {/* A long list has a menu only where one may be needed. */}
        {!hasMenu && !isMenuOpen ? (
          <IconDots size={16} aria-hidden />
        ) : (
          <DocumentMenu
            document={document}
            rights={rights}
            isOpen={isMenuOpen}
            onOpenChange={setMenuOpen}
            onOpen={() => onOpen(id)}
            onStep={(step) => onStep(row, step)}
          />
        )}
      </span>
    </div>
  );
});

function changedWords({ updatedAt, updatedBy }: DocumentFacts): string | undefined {
  return updatedBy === undefined || updatedAt === undefined
    ? undefined
    : `${updatedBy}, ${timeAgo(new Date(updatedAt))}`;
}

/** What can be seen, what narrow screens leave out at its end: who speaks to a screen says what they read. */
function rowLabel(document: DocumentFacts, address: string | undefined, size: RowProps['size']): string {
  const { name } = document;
  const words = [name, stateLabel(document), address, size === 'wide' && changedWords(document)];
  return words.filter(Boolean).join(', ');
}
