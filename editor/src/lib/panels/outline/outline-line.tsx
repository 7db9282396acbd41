import { TextInput } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react';
import { isFor } from '@vitrine/content';
import { memo } from 'react';
import { useEditor, useNode, useView } from '../../app/editor-context.tsx';
import { useDragSource } from '../../canvas-view/use-drag-source.ts';
import { InstanceMark } from '../../checks/severity-mark.tsx';
import { outermost } from '../../commands/arrange.ts';
import { scrollIntoView } from '../../commands/edit.ts';
import { commandById } from '../../commands/registry.ts';
import { versionMark } from '../../experiments/version-marks.ts';
import { usePeers } from '../../presence/use-peers.ts';
import css from './outline.module.css';
import { INDENT, type OutlineRow } from './outline-rows.ts';

interface LineProps {
  readonly row: OutlineRow;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isFolded: boolean;
  readonly isDragged: boolean;
  readonly isReachable: boolean;
  readonly onFold: (id: string) => void;
}

export const OutlineLine = memo(function OutlineLine({ row, top, ...line }: LineProps) {
  const style = { top, paddingLeft: 8 + row.depth * INDENT };
  if (row.kind === 'lost')
    return (
      <div
        className={css.slot}
        style={style}
        title="Their module was removed while somebody changed them. Drag them back, or delete them."
      >
        Lost & found
      </div>
    );
  if (row.kind === 'slot') return <SlotLine row={row} style={style} />;
  return <InstanceLine {...line} row={row} style={style} />;
});

function SlotLine({
  row,
  style,
}: {
  row: Extract<OutlineRow, { kind: 'slot' }>;
  style: React.CSSProperties;
}) {
  return (
    <div className={css.slot} style={style}>
      {row.label}
      {row.isEmpty && <em className={css.hint}> – empty</em>}
    </div>
  );
}

const FOR_OTHERS = 'For others than the page is shown to now';

function InstanceLine({
  row: { id, depth, hasChildren },
  isSelected,
  isFolded,
  isDragged,
  isReachable,
  onFold,
  style,
}: Omit<LineProps, 'row' | 'top'> & {
  row: Extract<OutlineRow, { kind: 'instance' }>;
  style: React.CSSProperties;
}) {
  const editor = useEditor();
  const node = useNode(id);
  const isForOthers = useView(() => node !== undefined && !isFor(node, editor.reader));
  const isRenaming = useView((view) => view.renaming === id);
  const peers = usePeers(({ at }) => at.get(id)) ?? [];
  const name = editor.nameOf(id);
  const version = versionMark(node?.audiences)?.version.toUpperCase();
  const source = useDragSource(() => {
    if (!editor.canWrite) return undefined;
    if (!editor.selection.includes(id)) editor.select([id]);
    const ids = outermost(editor).filter((each) => !editor.page.node(each)?.lock);
    return ids.length > 0
      ? { kind: 'move', ids, title: ids.length === 1 ? name : `${ids.length} modules` }
      : undefined;
  });

  function choose(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) {
    const { selection } = editor;
    if (event.ctrlKey || event.metaKey || event.shiftKey)
      editor.select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]);
    else editor.select([id]);
    scrollIntoView(editor, id);
  }

  return (
    <div
      className={css.line}
      style={style}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? !isFolded : undefined}
      aria-label={name}
      aria-posinset={node && node.index + 1}
      aria-setsize={node && editor.page.children(node.parent, node.slot).length}
      tabIndex={isReachable ? 0 : -1}
      data-row={id}
      data-hidden={node?.hidden || isForOthers || undefined}
      title={isForOthers ? FOR_OTHERS : undefined}
      aria-description={
        [version && `Version ${version} of a test`, isForOthers && FOR_OTHERS].filter(Boolean).join('. ') ||
        undefined
      }
      data-dragged={isDragged || undefined}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.altKey) return;
        if (event.key === 'ArrowRight' && isFolded) onFold(id);
        else if (event.key === 'ArrowLeft' && hasChildren && !isFolded) onFold(id);
        else if (event.key === 'ArrowLeft' && node?.parent !== undefined) editor.select([node.parent]);
        else if (event.key === 'Enter') commandById('rename').run(editor);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerEnter={() => editor.view.set({ hovered: id })}
      onPointerLeave={() => editor.view.set({ hovered: undefined })}
      {...source}
    >
      {hasChildren ? (
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
      {isRenaming ? <NameInput id={id} name={name} /> : <span className={css.name}>{name}</span>}
      {version && <span className={css.version} data-version={version} />}
      <InstanceMark id={id} />
      {peers.map(({ client, name: peer, colour }) => (
        <span key={client} className={css.dot} style={{ background: colour }} title={`${peer} is here`} />
      ))}
      <Toggle
        label={node?.hidden ? `Show ${name}` : `Hide ${name}`}
        isOn={node?.hidden ?? false}
        Icon={node?.hidden ? IconEyeOff : IconEye}
        onToggle={() =>
          editor.gesture(() => editor.page.setFacts(id, { hidden: node?.hidden ? undefined : true }))
        }
      />
      <Toggle
        label={node?.lock ? `Unlock ${name}` : `Lock ${name}`}
        isOn={node?.lock ?? false}
        Icon={node?.lock ? IconLock : IconLockOpen}
        onToggle={() =>
          editor.gesture(() => editor.page.setFacts(id, { lock: node?.lock ? undefined : true }))
        }
      />
    </div>
  );
}

function Toggle({
  label,
  isOn,
  Icon,
  onToggle,
}: {
  label: string;
  isOn: boolean;
  Icon: typeof IconEye;
  onToggle: () => void;
}) {
  const editor = useEditor();
  if (!editor.canWrite) return null;
  return (
    <button
      type="button"
      className={css.toggle}
      data-on={isOn || undefined}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon size={14} />
    </button>
  );
}

function NameInput({ id, name }: { id: string; name: string }) {
  const editor = useEditor();
  const end = (value: string | undefined) => {
    if (value !== undefined && value !== name)
      editor.gesture(() => editor.page.setFacts(id, { name: value.trim() || undefined }));
    editor.view.set({ renaming: undefined });
  };
  return (
    <TextInput
      size="xs"
      variant="unstyled"
      autoFocus
      aria-label={`New name of ${name}`}
      defaultValue={name}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => end(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(undefined);
      }}
    />
  );
}
