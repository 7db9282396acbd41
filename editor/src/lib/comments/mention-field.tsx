import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { MOST_WORDS, type PersonFacts } from './comment-facts.ts';
import css from './composer.module.css';
import { mentionAt, offeredFor, type TypedMention, withMention } from './mention-typing.ts';
import { threadsOf, useThreads } from './threads-of.ts';

/** A field for words in which people are offered after an @: arrows choose, Enter takes, Esc goes on without. */
export function MentionField({
  field,
  label,
  placeholder,
  words,
  isSending,
  onChange,
  onChoose,
  onKey,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder: string;
  words: string;
  /** Nothing is written meanwhile: it would not be sent along. */
  isSending: boolean;
  onChange: (words: string) => void;
  /** Somebody was chosen from those offered; the words have changed before. */
  onChoose: (person: PersonFacts, words: string) => void;
  /** Keys that choose nobody. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}) {
  const editor = useEditor();
  const id = useId();
  const people = useThreads((state) => state.people);
  const [mention, setMention] = useState<TypedMention | undefined>(undefined);
  const [at, setAt] = useState(0);
  const offered = mention && people ? offeredFor(mention.typed, people) : [];
  const isOpen = offered.length > 0;
  const marked = Math.min(at, offered.length - 1);
  const count = offered.length;
  useEffect(() => {
    if (count > 0) editor.say(`${count === 1 ? 'One person' : `${count} people`} to mention.`);
  }, [editor, count]);

  function look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
    const found = selectionStart === selectionEnd ? mentionAt(value, selectionStart) : undefined;
    if (found) void threadsOf(editor).needPeople();
    if (found?.start !== mention?.start || found?.typed !== mention?.typed) setAt(0);
    setMention(found);
  }
  function take(person: PersonFacts) {
    if (!mention) return;
    const put = withMention(words, mention, person);
    onChoose(person, put.words);
    setMention(undefined);
    // Once the words are there.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(put.caret, put.caret);
    });
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isOpen || event.nativeEvent.isComposing) return onKey(event);
    if (event.key === 'ArrowDown') setAt((marked + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((marked - 1 + offered.length) % offered.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      take(offered[marked]!);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setMention(undefined);
    } else return onKey(event);
    event.preventDefault();
  }
  return (
    <div className={css.place}>
      <textarea
        ref={field}
        className={css.field}
        aria-label={label}
        placeholder={placeholder}
        rows={2}
        maxLength={MOST_WORDS}
        readOnly={isSending}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${marked}` : undefined}
        value={words}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look(event.currentTarget);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setMention(undefined)}
        onKeyDown={press}
      />
      {isOpen && (
        <div role="listbox" id={id} aria-label="People to mention" className={css.offered}>
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, where the focus stays.
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              className={css.option}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={() => take(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
