import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconEyeOff,
  IconFileDownload,
  IconFilePlus,
  IconListSearch,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { DocumentFacts } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import { printedKeys } from '../../commands/shortcuts.ts';
import { savePageFile } from '../../page-files/save-page-file.ts';
import type { Step } from './page-rows.ts';

export interface DocumentRights {
  readonly canWrite: boolean;
  readonly canPublish: boolean;
}

const steps = [
  { step: 'up', label: 'Move up', keys: 'Alt+ArrowUp', Icon: IconArrowUp },
  { step: 'down', label: 'Move down', keys: 'Alt+ArrowDown', Icon: IconArrowDown },
  { step: 'in', label: 'Put below the page above', keys: 'Alt+ArrowRight', Icon: IconArrowRight },
  { step: 'out', label: 'Take out one level', keys: 'Alt+ArrowLeft', Icon: IconArrowLeft },
] as const;

/** Everything that can be done with a document in a list. */
export function DocumentMenu({
  document,
  rights: { canWrite, canPublish },
  isOpen,
  onOpenChange,
  onOpen,
  onStep,
}: {
  document: DocumentFacts;
  rights: DocumentRights;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onOpen: () => void;
  onStep: (step: Step) => void;
}) {
  const documents = useDocuments();
  const { id, kind, name, publishedVersion } = document;
  const isPage = kind === 'page';
  const isPublic = publishedVersion !== undefined;
  const canTakeOffline = isPublic && canPublish && (isPage || kind === 'fragment');
  return (
    <Menu opened={isOpen} onChange={onOpenChange} position="bottom-end" shadow="md" width={280}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={`What can be done with ${name}`}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      {/* Clicks and keys in the menu are none in the row it hangs from. */}
      <Menu.Dropdown onClick={stop} onKeyDown={stop} onPointerDown={stop}>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onOpen}>
          Open
        </Menu.Item>
        {(isPage || kind === 'fragment' || kind === 'layout') && (
          <Menu.Item
            leftSection={<IconListSearch size={16} />}
            onClick={() => documents.show({ kind: 'where-used', id })}
          >
            {isPage ? 'What links to it' : 'Where it is used'}
          </Menu.Item>
        )}
        {canWrite && isPage && (
          <Menu.Item
            leftSection={<IconFilePlus size={16} />}
            onClick={() => documents.show({ kind: 'new-page', parent: id })}
          >
            New page below it …
          </Menu.Item>
        )}
        {canWrite && (
          <Menu.Item
            leftSection={<IconCopy size={16} />}
            onClick={() => documents.show({ kind: isPage ? 'new-page' : 'copy', from: id })}
          >
            Duplicate …
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFileDownload size={16} />} onClick={() => savePageFile(id)}>
          Save as a file
        </Menu.Item>
        {canWrite && isPage && (
          <>
            <Menu.Divider />
            {steps.map(({ step, label, keys, Icon }) => (
              <Menu.Item
                key={step}
                leftSection={<Icon size={16} />}
                rightSection={<kbd style={{ fontFamily: 'inherit', opacity: 0.6 }}>{printedKeys(keys)}</kbd>}
                onClick={() => onStep(step)}
              >
                {label}
              </Menu.Item>
            ))}
          </>
        )}
        {(canTakeOffline || canWrite) && <Menu.Divider />}
        {canTakeOffline && (
          <Menu.Item
            leftSection={<IconEyeOff size={16} />}
            onClick={() => documents.show({ kind: 'unpublish', id })}
          >
            Take offline …
          </Menu.Item>
        )}
        {canWrite && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => documents.show({ kind: 'trash', id })}
          >
            Move to the trash …
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function stop(event: { stopPropagation(): void }): void {
  event.stopPropagation();
}
