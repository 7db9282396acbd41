import type { ControlProps } from './control.ts';

/** What Mantine's inputs are given alike. */
export function inputProps(props: Omit<ControlProps<unknown>, 'value' | 'onChange'>) {
  return {
    size: 'xs' as const,
    id: props.id,
    error: props.isInvalid,
    readOnly: props.isReadOnly,
    'data-inherited': props.isInherited || undefined,
    'data-read-only': props.isReadOnly || undefined,
    // Help and problem stand outside of Mantine's wrapper, which overwrites what is said about them in any other way.
    attributes: { input: { 'aria-describedby': props.describedBy } },
  };
}
