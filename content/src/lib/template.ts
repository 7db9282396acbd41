import type { PageDocument } from './page.ts';

export type Composed = NonNullable<PageDocument['composes']>;

/** A template among those that could be chosen. */
export interface TemplateFacts {
  readonly id: string;
  readonly composes: Composed;
  /** It is the override of some thing, so it was not made for all of them. */
  readonly isOverride: boolean;
}

/**
 * The template for a thing: its own override, when that is published and composes such things; else the general one. That is
 * the template called like what it composes (`product` or `template-product`), else the first by id that is nobody's
 * override, else the first by id.
 */
export function chooseTemplate<T extends TemplateFacts>(
  templates: readonly T[],
  composes: Composed,
  override?: string,
): T | undefined {
  const fitting = templates
    .filter((each) => each.composes === composes)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const byId = (id: string | undefined) => fitting.find((each) => each.id === id);
  return (
    byId(override) ??
    byId(composes) ??
    byId(`template-${composes}`) ??
    fitting.find((each) => !each.isOverride) ??
    fitting[0]
  );
}
