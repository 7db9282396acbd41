import type { FieldKind } from '@vitrine/modules';
import type { ComponentType } from 'react';
import { BooleanControl } from './boolean-control.tsx';
import { CategoryControl } from './category-control.tsx';
import { CollectionControl } from './collection-control.tsx';
import { ColourControl } from './colour-control.tsx';
import type { ControlProps } from './control.ts';
import { DateControl } from './date-control.tsx';
import { ImageControl } from './image-control.tsx';
import { LinkControl } from './link-control.tsx';
import { NumberControl } from './number-control.tsx';
import { ProductControl } from './product-control.tsx';
import { SelectControl } from './select-control.tsx';
import { TextControl } from './text-control.tsx';
import { VideoControl } from './video-control.tsx';

/** The kinds whose value is edited as one. */
export type ValueKind = Exclude<FieldKind, 'list' | 'object' | 'rich-text'>;

const controls: { readonly [K in ValueKind]: ComponentType<never> } = {
  text: TextControl,
  number: NumberControl,
  boolean: BooleanControl,
  select: SelectControl,
  colour: ColourControl,
  image: ImageControl,
  video: VideoControl,
  link: LinkControl,
  product: ProductControl,
  category: CategoryControl,
  collection: CollectionControl,
  date: DateControl,
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
