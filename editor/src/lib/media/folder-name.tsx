import { TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import css from './folders.module.css';

/** A folder is given a name where it stands. */
export function FolderName({
  label,
  name = '',
  depth,
  onName,
  onCancel,
}: {
  label: string;
  name?: string;
  depth: number;
  onName: (name: string) => Promise<void>;
  onCancel: () => void;
}) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string>();
  const isSaving = useRef(false);
  const save = () => {
    if (isSaving.current) return;
    if (text.trim() === '' || text.trim() === name) return onCancel();
    isSaving.current = true;
    onName(text.trim()).catch((error: Error) => {
      isSaving.current = false;
      setProblem(error.message);
    });
  };
  return (
    <form
      className={css.name}
      style={{ paddingInlineStart: 8 + depth * 14 }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label={label}
        placeholder="Winter 2027"
        maxLength={80}
        value={text}
        error={problem}
        attributes={{ input: { 'data-mantine-stop-propagation': 'true' } }}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Escape') onCancel();
        }}
        onBlur={save}
      />
    </form>
  );
}
