import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconCheck, IconLink, IconRotate } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { addressOf } from '../app/location.ts';
import { timeAgo } from '../app/when.ts';
import { scrollIntoView } from '../commands/edit.ts';
import type { ThreadFacts } from './comment-facts.ts';
import css from './comments.module.css';
import { Composer } from './composer.tsx';
import { MessageView } from './message-view.tsx';
import { threadsOf, useThreads } from './threads-of.ts';
import { noWords } from './use-kept-words.ts';

interface ThreadCardProps {
  readonly thread: ThreadFacts;
  /** What it is about besides its module, as people call it. */
  readonly setting: string | undefined;
  readonly quote: string | undefined;
  /** The words are not there any more. */
  readonly isQuoteGone: boolean;
  /** All of that in one line. */
  readonly line: string;
}

/** A thread: closed its first words; chosen all of it, its module selected, with what can be done. While others change, it is left alone. */
export const ThreadCard = memo(Card);

function Card({ thread, setting, quote, isQuoteGone, line }: ThreadCardProps) {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const isChosen = useThreads((state) => state.chosen === thread.id);
  const card = useRef<HTMLElement>(null);
  const { node } = thread.anchor;
  // It stands elsewhere when its module moves: whoever moved that keeps the caret.
  const isArriving = useThreads((state) => state.isArriving && state.chosen === thread.id);
  useEffect(() => {
    if (!isArriving) return;
    threads.arrived();
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.querySelector<HTMLTextAreaElement>('form:last-of-type textarea')?.focus();
    if (node === undefined || !editor.page.has(node)) return;
    editor.select([node]);
    scrollIntoView(editor, node);
  }, [isArriving, threads, editor, node]);
  // Who deletes it goes on where others are begun.
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement)) focusBegin(element);
    };
  }, []);
  const shown = isChosen ? thread.messages : thread.messages.slice(0, 1);
  const answers = thread.messages.length - 1;
  const words = answers === 0 ? 'Answer' : answers === 1 ? '1 answer' : `${answers} answers`;
  return (
    <section
      ref={card}
      className={css.card}
      data-chosen={isChosen || undefined}
      aria-label={`Thread on ${line}`}
    >
      {(setting !== undefined || quote !== undefined) && (
        <p className={css.about}>
          {setting}
          {quote !== undefined &&
            (isQuoteGone ? (
              <s className={css.quote} title="These words are not there any more">
                {quote}
              </s>
            ) : (
              <q className={css.quote}>{quote}</q>
            ))}
        </p>
      )}
      {shown.map((message) => (
        <MessageView key={message.id} thread={thread} message={message} />
      ))}
      {thread.resolved && (
        <p className={css.note}>
          Resolved by {thread.resolved.by.name}, {timeAgo(new Date(thread.resolved.at))}
        </p>
      )}
      {isChosen ? (
        <Opened thread={thread} />
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          className={css.open}
          onClick={() => threads.choose(thread.id)}
          aria-label={`${words}: thread on ${line}`}
        >
          {words}
        </Button>
      )}
      {!isChosen && thread.assignee && <span className={css.task}>For {thread.assignee.name}</span>}
    </section>
  );
}

function focusBegin(element: HTMLElement): void {
  element.closest('aside')?.querySelector<HTMLElement>('[data-begins]')?.focus();
}

function Opened({ thread }: { thread: ThreadFacts }) {
  const editor = useEditor();
  const threads = threadsOf(editor);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const doing = (work: Promise<void>) => {
    setProblem(undefined);
    work.catch((error: Error) => setProblem(error.message));
  };
  return (
    <>
      <Composer
        what={`answer ${thread.id}`}
        first={noWords}
        label="Answer"
        placeholder={thread.resolved ? 'An answer opens it again' : 'Answer'}
        verb="Answer"
        onSend={({ message }, words) => threads.answer(thread.id, message, words)}
      />
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={css.actions}>
        {thread.resolved ? (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRotate size={14} aria-hidden />}
            onClick={() => doing(threads.reopen(thread.id))}
          >
            Reopen
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCheck size={14} aria-hidden />}
            onClick={() => doing(threads.resolve(thread))}
          >
            Resolve
          </Button>
        )}
        <TaskOf thread={thread} onChange={(person) => doing(threads.assign(thread.id, person))} />
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label="Copy a link to this thread"
          {...hint('Copy a link')}
          onClick={() =>
            doing(copyLink(editor.open.id, thread.id).then(() => editor.tell('The link is copied.')))
          }
        >
          <IconLink size={16} aria-hidden />
        </ActionIcon>
      </div>
    </>
  );
}

/** Whose task it is. */
function TaskOf({ thread, onChange }: { thread: ThreadFacts; onChange: (person: string | null) => void }) {
  const editor = useEditor();
  const people = useThreads((state) => state.people);
  useEffect(() => void threadsOf(editor).needPeople(), [editor]);
  const { assignee } = thread;
  const known = people ?? [];
  const all = assignee && !known.some(({ id }) => id === assignee.id) ? [assignee, ...known] : known;
  return (
    <NativeSelect
      size="xs"
      className={css.person}
      aria-label="Who sees to it"
      value={assignee?.id ?? ''}
      data={[
        { value: '', label: 'For nobody' },
        ...all.map(({ id, name }) => ({ value: id, label: `For ${name}` })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}

async function copyLink(document: string, thread: string): Promise<void> {
  const address = `${window.location.origin}${addressOf(document, thread)}`;
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    throw new Error(`The browser lets nothing be copied. The address is ${address}`);
  }
}
