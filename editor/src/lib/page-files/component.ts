import type { Json } from '@vitrine/content';

/** A piece of a page of another page builder, in one form for all of them. */
export interface Component {
  /** As it is called there, without the builder's own prefix: `Hero`, `heading`. */
  readonly name: string;
  /** Its settings; other languages under `title@de`. */
  readonly props: Readonly<Record<string, Json>>;
  /** What is in it, place by place. */
  readonly slots: readonly { readonly name: string; readonly children: readonly Component[] }[];
  /** All of it as it came. */
  readonly original: Json;
}

/** A page of another page builder. */
export interface ForeignPage {
  /** Where it comes from: `Puck`. */
  readonly from: string;
  readonly name?: string;
  readonly seo: Readonly<Record<string, Json>>;
  readonly components: readonly Component[];
  /** Scripts, bindings and styles that were left out. */
  readonly leftOut: number;
}

type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** A text with something in it. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Title and description for machines, where a page has some. */
export function seoOf(facts: JsonObject): Record<string, Json> {
  const { title, description } = facts;
  return {
    ...(textIn(title) !== undefined && { title: title! }),
    ...(textIn(description) !== undefined && { description: description! }),
  };
}
