import { Input } from '@mantine/core';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { inputProps } from './input-props.ts';
import { useSharedText } from './use-shared-text.ts';

export function TextControl(props: ControlProps<string>) {
  const { field, value = '', isMixed, isInherited } = props;
  const { multiline = false, placeholder } = field.details as { multiline?: boolean; placeholder?: string };
  const text = useSharedText({
    value,
    onEdit: (words) => props.onChange(words, 'typed'),
    isReplaced: isInherited,
  });
  return (
    <Input
      {...text}
      component={(multiline ? 'textarea' : 'input') as 'input'}
      multiline={multiline}
      {...inputProps(props)}
      aria-required={field.required || undefined}
      placeholder={isMixed ? mixedWords : placeholder}
      classNames={{ input: multiline ? css.area : css.input }}
    />
  );
}
