// The door to the controls that come later, so that they come as one.
export { BooleanControl } from './boolean-control.tsx';
export { CategoryControl } from './category-control.tsx';
export { CollectionControl } from './collection-control.tsx';
export { ColourControl } from './colour-control.tsx';
export { DateControl } from './date-control.tsx';
export { ImageControl } from './image-control.tsx';
export { LinkControl } from './link-control.tsx';
export { NumberControl } from './number-control.tsx';
export { ProductControl } from './product-control.tsx';
export { SelectControl } from './select-control.tsx';
export { VideoControl } from './video-control.tsx';
