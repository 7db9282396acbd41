import {
  IconAB2,
  IconArrowBarToUp,
  IconCopy,
  IconGripVertical,
  IconMessage,
  IconTrash,
} from '@tabler/icons-react';
import { useEditor, useNode } from '../app/editor-context.tsx';
import { outermost } from '../commands/arrange.ts';
import { isEnabled } from '../commands/command.ts';
import { commandById } from '../commands/registry.ts';
import css from './canvas-view.module.css';
import { useDragSource } from './use-drag-source.ts';

const actions = [
  { id: 'select.parent', Icon: IconArrowBarToUp },
  { id: 'duplicate', Icon: IconCopy },
  { id: 'test-version', Icon: IconAB2 },
  { id: 'comment', Icon: IconMessage },
  { id: 'delete', Icon: IconTrash },
] as const;

/** The name of what is selected, with what one does most. */
export function SelectionLabel({
  id,
  count,
  isInside,
  isHidden,
  isNothing,
}: {
  id: string;
  count: number;
  isInside: boolean;
  /** It stays while it is dragged by: it holds the pointer. */
  isHidden: boolean;
  /** It is a line: there is nothing of it to see for whoever the page is shown to. */
  isNothing: boolean;
}) {
  const editor = useEditor();
  useNode(id);
  const name = count > 1 ? `${count} modules` : editor.nameOf(id);
  const source = useDragSource(
    () => {
      const ids = outermost(editor).filter((each) => !editor.page.node(each)?.lock);
      return ids.length > 0 && editor.canWrite ? { kind: 'move', ids, title: name } : undefined;
    },
    { isGrip: true },
  );
  return (
    <div
      className={css.label}
      data-inside={isInside || undefined}
      style={isHidden ? { opacity: 0 } : undefined}
    >
      {name}
      {isNothing && count === 1 && <span className={css.nothing}>shows nothing to a new visitor</span>}
      <span className={css.actions}>
        <button
          type="button"
          className={`${css.action} ${css.grip}`}
          aria-label={`Drag ${name}`}
          tabIndex={-1}
          {...source}
        >
          <IconGripVertical size={14} />
        </button>
        {actions.map(({ id: commandId, Icon }) => {
          const command = commandById(commandId);
          return (
            isEnabled(command, editor) && (
              <button
                key={commandId}
                type="button"
                className={css.action}
                aria-label={command.title}
                title={command.title}
                onClick={() => command.run(editor)}
              >
                <Icon size={14} />
              </button>
            )
          );
        })}
      </span>
    </div>
  );
}
