import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { PageDocument } from '@vitrine/content';
import { useRef, useState } from 'react';
import type { VersionFacts } from '../../app/backend.ts';
import { useEditor } from '../../app/editor-context.tsx';
import { UndoButton } from '../../app/undo-button.tsx';
import { dateAndTime } from '../../app/when.ts';
import { ChangeList } from './change-list.tsx';
import { Comparison, type ComparisonHandle } from './comparison.tsx';
import css from './history.module.css';
import { restorePage } from './restore.ts';
import { tellRestored } from './tell-restored.ts';
import { useChanges } from './use-changes.ts';
import { useVersions } from './use-versions.ts';
import { versionTitle } from './version-row.tsx';

/** What is different since a version, in words and to see, and how to bring it back. */
export function VersionView({
  seq,
  version,
  onClose,
}: {
  seq: number;
  version: PageDocument;
  onClose: () => void;
}) {
  const editor = useEditor();
  const { versions = [] } = useVersions(editor.open.id);
  const { now, groups } = useChanges(editor, version);
  const facts = versions.find((each) => each.seq === seq);
  const comparison = useRef<ComparisonHandle>(null);
  const [shown, setShown] = useState<string | undefined>(undefined);

  function show(node: string | undefined) {
    setShown(node);
    if (node !== undefined) comparison.current?.show(node);
  }

  return (
    <div className={css.compare}>
      <header className={css.bar}>
        <Neighbours versions={versions} seq={seq} />
        <div className={css.barText}>
          <strong>{facts ? versionTitle(facts) : 'A version'}</strong>
          <small>
            {facts && dateAndTime(new Date(facts.at))}
            {facts && facts.by !== '' && ` · ${facts.by}`}
          </small>
        </div>
        {editor.canWrite && (
          <>
            <UndoButton />
            <Button
              size="xs"
              variant="default"
              disabled={groups.length === 0}
              onClick={() => {
                tellRestored(editor, restorePage(editor, version), 'The page is as it was in this version.');
              }}
            >
              Bring the whole page back
            </Button>
          </>
        )}
        <Tooltip label="Close">
          <ActionIcon variant="subtle" color="gray" aria-label="Close" onClick={onClose} data-autofocus>
            <IconX size={18} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={css.sides}>
        <ChangeList groups={groups} version={version} shown={shown} onShow={show} />
        <Comparison
          ref={comparison}
          before={version.nodes}
          after={now.nodes}
          isPublished={facts?.kind === 'published'}
          groups={groups}
          shown={shown}
        />
      </div>
    </div>
  );
}

/** To the version before and after, without closing this one. */
function Neighbours({ versions, seq }: { versions: readonly VersionFacts[]; seq: number }) {
  const editor = useEditor();
  const at = versions.findIndex((each) => each.seq === seq);
  const steps = [
    { label: 'The version after it', Icon: IconChevronUp, to: versions[at - 1] },
    { label: 'The version before it', Icon: IconChevronDown, to: at === -1 ? undefined : versions[at + 1] },
  ];
  return (
    <ActionIcon.Group>
      {steps.map(({ label, Icon, to }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon
            variant="default"
            aria-label={label}
            disabled={!to}
            onClick={() => to && editor.view.set({ version: to.seq })}
          >
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </ActionIcon.Group>
  );
}
