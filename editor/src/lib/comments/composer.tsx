import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { printedKeys } from '../commands/shortcuts.ts';
import type { AnchorFacts, WrittenWords } from './comment-facts.ts';
import css from './composer.module.css';
import type { KeptWords } from './kept-words.ts';
import { MentionField } from './mention-field.tsx';
import { mentionsIn } from './mention-typing.ts';
import { threadsOf, useThreads } from './threads-of.ts';
import { useKeptWords } from './use-kept-words.ts';

/**
 * Where a comment is written. What is typed stays in this browser until it is sent; what could not be sent stays here, with why, to be sent
 * again.
 */
export function Composer({
  what,
  first,
  anchor,
  label,
  placeholder,
  verb,
  caretOn,
  children,
  onSend,
  onOver,
}: {
  /** Where its words are kept. */
  what: string;
  first: () => KeptWords;
  /** Of a thread that is begun: what it is about. */
  anchor?: AnchorFacts;
  label: string;
  placeholder: string;
  verb: string;
  /** Takes the caret when it begins and whenever this is another one; `undefined` = never. */
  caretOn?: number;
  children?: ReactNode;
  onSend: (kept: KeptWords, words: WrittenWords) => Promise<void>;
  /** It was sent, or its words are let go of. */
  onOver?: () => void;
}) {
  const editor = useEditor();
  const { kept, change, forget } = useKeptWords(what, first, anchor);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const people = useThreads((state) => state.people);
  const isEmpty = kept.words.trim() === '';
  useEffect(() => {
    if (caretOn === undefined) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'nearest' });
  }, [caretOn]);

  async function send() {
    if (isEmpty || isSending) return;
    setSending(true);
    setProblem(undefined);
    try {
      if (kept.words.includes('@')) await threadsOf(editor).needPeople();
      const known = threadsOf(editor).state.get().people ?? people ?? [];
      const words = { words: kept.words, mentions: mentionsIn(kept.words, known, kept.chosen).slice(0, 20) };
      await onSend(kept, words);
      forget();
      // The buttons go with the words.
      if (field.current?.form?.contains(document.activeElement)) field.current.focus();
      change(first());
      editor.say('Sent.');
      onOver?.();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  }
  function cancel() {
    forget();
    change(first());
    setProblem(undefined);
    onOver?.();
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      void send();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      field.current?.blur();
    }
  }
  return (
    <form
      className={css.composer}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      <MentionField
        field={field}
        label={label}
        placeholder={placeholder}
        words={kept.words}
        isSending={isSending}
        onChange={(words) => change({ ...kept, words })}
        onChoose={({ id }, words) => change({ ...kept, words, chosen: [...kept.chosen, id] })}
        onKey={press}
      />
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem} Your words are kept here.
        </p>
      )}
      {(!isEmpty || onOver) && (
        <div className={css.buttons}>
          <Button type="submit" size="compact-sm" disabled={isEmpty}>
            {isSending ? 'Sending …' : problem === undefined ? verb : 'Send again'}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={cancel}>
            Cancel
          </Button>
          <span className={css.keys} aria-hidden>
            {printedKeys('Mod+Enter')}
          </span>
        </div>
      )}
    </form>
  );
}
