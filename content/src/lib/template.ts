import type { PageDocument } from './page.ts';

export type Composed = NonNullable<PageDocument['composes']>;

/** A template among those that could be chosen. */
export interface TemplateFacts {
  readonly id: string;
  readonly composes: Composed;
}

/**
 * The template for a thing: its own override, when that is published and composes such things; else the general one, which is
 * the template called like what it composes (`product`), else the first by id.
 */
export function chooseTemplate<T extends TemplateFacts>(
  templates: readonly T[],
  composes: Composed,
  override?: string,
): T | undefined {
  const fitting = templates.filter((each) => each.composes === composes);
  const byId = (id: string | undefined) => fitting.find((each) => each.id === id);
  return (
    byId(override) ?? byId(composes) ?? fitting.toSorted((left, right) => (left.id < right.id ? -1 : 1))[0]
  );
}
