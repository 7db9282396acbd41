import { ActionIcon, Button } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconMessage,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { useEditor, useNode, useView } from '../app/editor-context.tsx';
import { isEnabled } from '../commands/command.ts';
import { commandById } from '../commands/registry.ts';
import css from './phone-strip.module.css';

const actions = [
  { id: 'move.up', Icon: IconArrowUp },
  { id: 'move.down', Icon: IconArrowDown },
  { id: 'comment', Icon: IconMessage },
  { id: 'delete', Icon: IconTrash },
] as const;

/** On a phone: what is selected, and what one does with it most; its settings take the place of the page while they are open. */
export function PhoneStrip() {
  const editor = useEditor();
  const selection = useView((view) => view.selection);
  const showsSettings = useView((view) => view.showsSettings);
  const left = useView((view) => view.left);
  const first = selection[0];
  useNode(first ?? '');
  useOnePanel(left, showsSettings, first);
  const name =
    first === undefined
      ? 'Nothing selected'
      : selection.length > 1
        ? `${selection.length} modules`
        : editor.nameOf(first);
  return (
    <div className={css.strip} role="toolbar" aria-label="What is selected">
      <Button
        size="sm"
        px="sm"
        className={css.settings}
        variant={showsSettings ? 'filled' : 'default'}
        leftSection={<IconAdjustments size={18} />}
        aria-expanded={showsSettings}
        onClick={() => editor.view.set({ showsSettings: !showsSettings })}
      >
        {showsSettings ? 'Done' : first === undefined ? 'Page settings' : 'Settings'}
      </Button>
      <span className={css.name}>{name}</span>
      {first !== undefined &&
        actions.map(({ id, Icon }) => {
          const command = commandById(id);
          return (
            <ActionIcon
              key={id}
              size={40}
              variant="subtle"
              color="gray"
              aria-label={command.title}
              disabled={!isEnabled(command, editor)}
              onClick={() => command.run(editor)}
            >
              <Icon size={20} stroke={1.6} />
            </ActionIcon>
          );
        })}
      <ActionIcon
        size={40}
        variant="subtle"
        color="gray"
        aria-label="More commands"
        onClick={() => commandById('commands').run(editor)}
      >
        <IconDots size={20} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}

/** Of the panels one is open at a time; what was just added is looked at. */
function useOnePanel(left: string | undefined, showsSettings: boolean, first: string | undefined): void {
  const { view } = useEditor();
  useEffect(() => {
    if (left !== undefined) view.set({ showsSettings: false });
  }, [view, left]);
  useEffect(() => {
    if (showsSettings) view.set({ left: undefined });
  }, [view, showsSettings]);
  useEffect(() => {
    if (first !== undefined && view.get().left === 'add') view.set({ left: undefined });
  }, [view, first]);
}
