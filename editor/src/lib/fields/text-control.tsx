import css from './control.module.css';
import { type ControlProps, mixedWords } from './control.ts';
import { TextInput } from './text-input.tsx';
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
      <TextInput
        {...text}
        isMultiline={multiline}
        id={props.id}
        isInvalid={props.isInvalid}
        readOnly={props.isReadOnly}
        data-inherited={props.isInherited || undefined}
        data-read-only={props.isReadOnly || undefined}
        aria-describedby={props.describedBy}
        aria-required={field.required || undefined}
        list={choices}
        placeholder={isMixed ? mixedWords : placeholder}
        className={multiline ? css.area : css.input}
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
