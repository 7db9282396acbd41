import type { ComponentProps } from 'react';
import css from './text-input.module.css';

export interface TextInputProps extends ComponentProps<'input'> {
  readonly isMultiline?: boolean;
  readonly isInvalid?: boolean;
}

/** A field for words, as those of the component library look, which the first edit need not wait for. */
export function TextInput({ isMultiline = false, isInvalid, className = '', ...rest }: TextInputProps) {
  const Element = (isMultiline ? 'textarea' : 'input') as 'input';
  return (
    <Element
      className={`${css.input} ${isMultiline ? css.area : css.line} ${className}`}
      aria-invalid={isInvalid || undefined}
      data-error={isInvalid || undefined}
      {...rest}
    />
  );
}
