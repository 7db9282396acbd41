import { ActionIcon, Alert, Button, CloseButton, Loader, SegmentedControl } from '@mantine/core';
import { IconEye, IconEyeOff, IconMessagePlus } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import { useSyncExternalStore } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import panel from '../panels/panels.module.css';
import { useIsPhone } from '../phone/phone.ts';
import { isFor } from './comment-facts.ts';
import css from './comments.module.css';
import { JustResolved } from './just-resolved.tsx';
import { NewComment } from './new-comment.tsx';
import { pageOrder } from './page-order.ts';
import { ThreadPlaces } from './thread-places.tsx';
import { threadsOf, useThreads } from './threads-of.ts';
import type { ThreadFilter } from './threads-state.ts';

/** What people say about the page. */
export function CommentsPanel() {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const [first] = useView((view) => view.selection);
  const writing = useThreads((state) => state.writing);
  const showsPins = useThreads((state) => state.showsPins);
  const filter = useThreads((state) => state.filter);
  const justResolved = useThreads((state) => state.justResolved?.id);
  const Eye = showsPins ? IconEye : IconEyeOff;
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Comments</h2>
        <div className={css.tools}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label="Show comments on the page"
            aria-pressed={showsPins}
            {...hint(showsPins ? 'Hide them on the page' : 'Show them on the page')}
            onClick={() => threads.showPins(!showsPins)}
          >
            <Eye size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label="New comment"
            data-begins
            {...hint(first === undefined ? 'Comment on the page' : `Comment on ${editor.nameOf(first)}`)}
            onClick={() => threads.write(first === undefined ? {} : { node: first })}
          >
            <IconMessagePlus size={16} aria-hidden />
          </ActionIcon>
          <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
        </div>
      </div>
      <div className={css.filter}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Which comments"
          value={filter}
          data={[
            { value: 'open', label: 'Open' },
            { value: 'mine', label: 'For me' },
            { value: 'resolved', label: 'Resolved' },
          ]}
          onChange={(value) => void threads.show(value as ThreadFilter)}
        />
      </div>
      <div className={panel.scroll}>
        {writing && <NewComment anchor={writing} />}
        {justResolved && <JustResolved key={justResolved} id={justResolved} />}
        <Found />
      </div>
    </>
  );
}

function Found() {
  const editor = useEditor();
  const threads = threadsOf(editor);
  // Which thread is read, and what is written, is none of the list's.
  const filter = useThreads((state) => state.filter);
  const problem = useThreads((state) => state.problem);
  const open = useThreads((state) => state.open);
  const resolved = useThreads((state) => state.resolved);
  const hasMoreResolved = useThreads((state) => state.hasMoreResolved);
  const isWriting = useThreads((state) => state.writing !== undefined);
  // What is moved or goes takes its threads along.
  const order = useSyncExternalStore(
    (listener) => editor.page.onStructure(listener),
    () => pageOrder(editor.page),
  );
  const me = editor.session.user.id;
  const found =
    filter === 'resolved' ? resolved : filter === 'mine' ? open?.filter((each) => isFor(each, me)) : open;
  if (!found && problem === undefined)
    return (
      <p className={css.note} role="status">
        <Loader size={12} /> Fetching comments …
      </p>
    );
  return (
    <>
      {problem !== undefined && (
        <Alert color="red" m="sm" title="Comments could not be fetched" role="alert">
          {problem}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void threads.load()}>
            Try again
          </Button>
        </Alert>
      )}
      {found && <ThreadPlaces threads={found} order={order} />}
      {found?.length === 0 && !isWriting && <Nothing filter={filter} />}
      {filter === 'resolved' && hasMoreResolved && (
        <Button
          m="sm"
          size="compact-sm"
          variant="default"
          onClick={() => void threads.loadResolved({ more: true })}
        >
          Show older ones
        </Button>
      )}
    </>
  );
}

function Nothing({ filter }: { filter: ThreadFilter }) {
  const editor = useEditor();
  const keys = commandById('comment').keys?.[0] ?? '';
  const isPhone = useIsPhone();
  const resolved = useThreads((state) => state.counts.resolved);
  if (filter === 'resolved') return <p className={panel.empty}>Nothing is resolved.</p>;
  if (filter === 'mine')
    return <p className={panel.empty}>Nothing open mentions you or is yours to see to.</p>;
  return (
    <div className={panel.empty}>
      <p>
        {resolved === 0
          ? 'Nobody has said anything here yet.'
          : `Nothing is open. ${resolved === 1 ? 'One comment is' : `${resolved} comments are`} under “Resolved”.`}
      </p>
      <p>
        {isPhone ? (
          'Select a module and press the speech bubble below.'
        ) : (
          <>
            Select a module, a setting or some words and press <kbd>{printedKeys(keys)}</kbd>.
          </>
        )}{' '}
        Write @ and a name to ask somebody.
      </p>
      <Button size="xs" variant="default" onClick={() => threadsOf(editor).write({})}>
        Comment on the page
      </Button>
    </div>
  );
}
