import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { PageDocument } from '@vitrine/content';
import { useEditor } from '../../app/editor-context.tsx';
import type { ChangeGroup, ChangeLine } from './change-groups.ts';
import { ChangeWords } from './change-words.tsx';
import css from './history.module.css';
import { restoreDifference, restoreModule } from './restore.ts';
import { tellRestored } from './tell-restored.ts';

/** What is different since the version, module by module; each can be brought back by itself. */
export function ChangeList({
  groups,
  version,
  shown,
  onShow,
}: {
  groups: readonly ChangeGroup[];
  version: PageDocument;
  shown: string | undefined;
  onShow: (node: string | undefined) => void;
}) {
  return (
    <section className={css.changes} aria-label="What is different now">
      <h2 className={css.changesTitle}>
        {groups.length === 0 ? 'Nothing is different now' : 'What is different now'}
      </h2>
      {groups.length === 0 && <p className={css.same}>The page is just as it was in this version.</p>}
      {groups.map((group) => (
        <Group
          key={group.node ?? ''}
          group={group}
          version={version}
          isShown={group.node !== undefined && group.node === shown}
          onShow={() => onShow(group.node)}
        />
      ))}
    </section>
  );
}

function Group({
  group,
  version,
  isShown,
  onShow,
}: {
  group: ChangeGroup;
  version: PageDocument;
  isShown: boolean;
  onShow: () => void;
}) {
  const editor = useEditor();
  const { node, change, title, excerpt, sentence, lines } = group;
  const isWhole = change === 'removed' || (change === 'changed' && node !== undefined && lines.length > 1);
  const label = change === 'removed' ? 'Bring it back' : 'Bring all of it back';

  function bringBack() {
    if (node === undefined) return;
    const moves = lines.flatMap(({ difference }) => (difference.kind === 'moved' ? [difference] : []));
    const own = restoreModule(editor, version, node);
    const stray = moves
      .map((move) => restoreDifference(editor, version, move))
      .find((outcome) => outcome.kind === 'failed');
    const outcome = own.kind === 'restored' && stray ? ({ ...stray, kind: 'elsewhere' } as const) : own;
    tellRestored(editor, outcome, `${title} is as it was.`);
  }

  function takeOut() {
    if (node === undefined) return;
    if (!editor.page.has(node)) return editor.tell(`${title} is not on the page any more.`);
    editor.gesture(() => editor.page.remove([node]));
    editor.tell(`${title} is taken out again. Undo takes that back.`);
  }

  return (
    <article className={css.group} data-change={change} data-shown={isShown || undefined}>
      <button type="button" className={css.groupHead} onClick={onShow} disabled={node === undefined}>
        <span className={css.groupTitle}>{title}</span>
        {excerpt !== '' && <span className={css.excerpt}>{excerpt}</span>}
      </button>
      {sentence !== undefined && <p className={css.sentence}>{sentence}</p>}
      {lines.map((line) => (
        <Line key={keyOf(line)} line={line} version={version} />
      ))}
      {editor.canWrite && isWhole && (
        <Button size="compact-xs" variant="default" onClick={bringBack} mt={6}>
          {label}
        </Button>
      )}
      {editor.canWrite && change === 'added' && (
        <Button size="compact-xs" variant="default" onClick={takeOut} mt={6}>
          Take it out again
        </Button>
      )}
    </article>
  );
}

function Line({ line, version }: { line: ChangeLine; version: PageDocument }) {
  const editor = useEditor();
  const { difference, label } = line;
  return (
    <div className={css.changeLine}>
      <div className={css.changeWords}>
        <span className={css.changeLabel}>{label}</span>
        <ChangeWords shown={line.shown} />
      </div>
      {editor.canWrite && canGoBack(line) && (
        <Tooltip label={`Bring back “${label}”`} position="left">
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`Bring back ${label}`}
            onClick={() => {
              const what = difference.kind === 'moved' ? 'It is where it was.' : `${label} is as it was.`;
              tellRestored(editor, restoreDifference(editor, version, difference), what);
            }}
          >
            <IconArrowBackUp size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

// What a document is never changes, whatever a version says.
function canGoBack({ difference }: ChangeLine): boolean {
  return difference.kind !== 'meta' || !['kind', 'composes'].includes(difference.key);
}

function keyOf({ difference }: ChangeLine): string {
  if (difference.kind === 'changed' || difference.kind === 'meta') return difference.key;
  return difference.kind === 'facts' ? `fact ${difference.fact}` : difference.kind;
}
