import type { FieldKind } from '@vitrine/modules';
import type { ComponentType, ReactNode } from 'react';
import type { ControlProps } from './control.ts';
import { lateControls } from './late-controls.tsx';
import { TextControl } from './text-control.tsx';

/** The kinds whose value is edited as one. */
export type ValueKind = Exclude<FieldKind, 'list' | 'object' | 'rich-text'>;

const controls: { readonly [K in ValueKind]: (props: never) => ReactNode } = {
  text: TextControl,
  ...lateControls,
};

/** The control of a field by its kind, with a value handed in: usable without a document. */
export function ValueControl(props: ControlProps<unknown>) {
  // Each control is given values of its own kind; what a document holds of another kind never gets here.
  const Control = controls[props.field.kind as ValueKind] as ComponentType<ControlProps<unknown>> | undefined;
  return (
    Control && <Control {...props} value={fits(props.field.kind, props.value) ? props.value : undefined} />
  );
}

const typeOf: Partial<Record<FieldKind, string>> = {
  number: 'number',
  boolean: 'boolean',
  image: 'object',
  video: 'object',
  link: 'object',
  collection: 'object',
};

// After a change of a module's fields a document may hold anything.
function fits(kind: FieldKind, value: unknown): boolean {
  return value !== null && !Array.isArray(value) && typeof value === (typeOf[kind] ?? 'string');
}
