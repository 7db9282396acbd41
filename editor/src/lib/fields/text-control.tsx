import { Input } from '@mantine/core';
import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { inputProps } from './input-props.ts';
import { useSharedText } from './use-shared-text.ts';

interface Details {
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly suggests?: 'time-zones';
}

export function TextControl(props: ControlProps<string>) {
  const { field, value = '', isMixed, isInherited } = props;
  const { multiline = false, placeholder, suggests } = field.details as Details;
  const choices = suggests === 'time-zones' ? `${props.id}-choices` : undefined;
  const text = useSharedText({
    value,
    onEdit: (words) => props.onChange(words, 'typed'),
    isReplaced: isInherited,
  });
  return (
    <>
      <Input
        {...text}
        component={(multiline ? 'textarea' : 'input') as 'input'}
        multiline={multiline}
        {...inputProps(props)}
        aria-required={field.required || undefined}
        list={choices}
        placeholder={isMixed ? mixedWords : placeholder}
        classNames={{ input: multiline ? css.area : css.input }}
      />
      {choices && (
        <datalist id={choices}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      )}
    </>
  );
}
