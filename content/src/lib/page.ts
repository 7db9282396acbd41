import type { Readers } from './readers.ts';

/** JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Values of a module instance. A key may carry suffixes for variants: `title` is the base value and the fallback,
 * `title@de` the German one, `padding@sm` the one from the small breakpoint up, `title@de@sm` both, `image#b` an experiment arm.
 */
export type Props = Readonly<Record<string, Json>>;

/** A module instance on a page, with the instances in its slots. */
export interface PageNode extends Readers {
  /** Unique in the document, stable for its life. */
  readonly id: string;
  /**
   * Module id. Two are built in: `fragment` (props.fragment = id) shows a fragment, its slots fill that one's open parts, and settings such
   * as `in.<id>.title` stand for those it leaves open; `outlet` is the place of the page in a layout, an open part in a fragment, whose
   * slot `content` is what a new use begins with.
   */
  readonly type: string;
  /** Version of the module's config that `props` were written for. */
  readonly v: number;
  readonly props: Props;
  readonly slots?: Readonly<Record<string, readonly PageNode[]>>;
  /** Facts for editors. */
  readonly name?: string;
  readonly lock?: boolean;
  readonly hidden?: boolean;
  /** In fragments: names of settings, sorted, that documents which show it may set themselves. */
  readonly open?: readonly string[];
}

/**
 * - `page`: has paths of its own. - `template`: composes every product, category or search page.
 * - `fragment`: a shared piece. - `layout`: the frame around pages, with one `outlet`.
 */
export type DocumentKind = 'page' | 'template' | 'fragment' | 'layout';

/** A page, template, fragment or layout as it is published and served: canonical JSON. */
export interface PageDocument {
  readonly schema: 1;
  readonly id: string;
  readonly kind: DocumentKind;
  /** Name for authors. */
  readonly name: string;
  /** `title`, `description`, `image`, `robots`, with locale suffixes as in `Props`. */
  readonly seo: Props;
  /** Layout document; pages and templates only. Default `main`. */
  readonly layout?: string;
  /** Templates: what they compose. */
  readonly composes?: 'product' | 'category' | 'search' | 'cart' | 'not-found' | 'error';
  readonly nodes: readonly PageNode[];
}
