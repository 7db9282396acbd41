import type { ComponentView } from './catalog.views.ts';

/** What so many pieces of a bundle hold, `2 × Tumbler (Sea)`; empty for what is no bundle. */
export function componentTexts(
  { components = [] }: { readonly components?: readonly ComponentView[] },
  pieces = 1,
): string[] {
  return components.map(
    ({ quantity, name, options }) => `${quantity * pieces} × ${name}${options ? ` (${options})` : ''}`,
  );
}
