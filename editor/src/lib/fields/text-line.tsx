import { Input } from '@mantine/core';
import { useId } from 'react';
import css from './control.module.css';
import { useSharedText } from './use-shared-text.ts';

/** A labelled line of text inside a control that holds several things. */
export function TextLine(props: {
  label: string;
  value: string;
  onEdit: (text: string) => void;
  isReadOnly: boolean;
  placeholder?: string;
  hint?: string;
  problem?: string;
}) {
  const { label, value, onEdit, isReadOnly, hint, problem } = props;
  const id = useId();
  const text = useSharedText({ value, onEdit });
  const below = problem ?? hint;
  return (
    <div>
      <label className={css.innerLabel} htmlFor={id}>
        {label}
      </label>
      <Input
        {...text}
        size="xs"
        id={id}
        attributes={{ input: { 'aria-describedby': below ? `${id}-below` : undefined } }}
        error={problem !== undefined}
        readOnly={isReadOnly}
        placeholder={props.placeholder}
        data-read-only={isReadOnly || undefined}
        classNames={{ input: css.input }}
      />
      {below && (
        <div id={`${id}-below`} className={problem ? css.problem : css.hint}>
          {below}
        </div>
      )}
    </div>
  );
}
