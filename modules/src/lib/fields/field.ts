import type { ZodType } from 'zod';

/** Breakpoints, smallest first. `base` holds below `sm`. Widths in CSS pixels: sm 600, md 900, lg 1200. */
export type Breakpoint = 'base' | 'sm' | 'md' | 'lg';

/** A value per breakpoint; each holds upward until the next one given. */
export type Responsive<T> = { readonly base: T } & { readonly [B in Exclude<Breakpoint, 'base'>]?: T };

/** One setting of a module: config type, panel control, validation, Storybook control and default in one. */
export interface Field<T> {
  readonly kind: FieldKind;
  /** In the words of the person who fills it in. */
  readonly label: string;
  readonly help?: string;
  readonly schema: ZodType<T>;
  /** Used when nothing is set. */
  readonly default: T;
  /** Leaving it empty is a problem when the page is checked. Rendering then uses the default. */
  readonly required: boolean;
  /** May differ per locale (`title@de`). */
  readonly localised: boolean;
  /** May differ per breakpoint (`padding@sm`); the view then gets `Responsive<T>`. */
  readonly responsive: boolean;
  /** Heading under which the panel shows it. */
  readonly group?: string;
  /** Shown, and checked for being filled in, only while another setting of the same group of fields has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly unknown[] };
  /** What a panel or picker needs to know beyond that: options of a select, limits of a number. JSON. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Kind `object`: its settings. */
  readonly fields?: Fields;
  /** Kind `list`: what each item is. */
  // biome-ignore lint/suspicious/noExplicitAny: an item of any type; a narrower type would be invariant.
  readonly item?: Field<any>;
}

export type FieldKind =
  | 'text'
  | 'rich-text'
  | 'number'
  | 'boolean'
  | 'select'
  | 'colour'
  | 'image'
  | 'video'
  | 'link'
  | 'product'
  | 'category'
  | 'collection'
  | 'date'
  | 'list'
  | 'object';

declare const responsive: unique symbol;

/** A field whose value may differ per breakpoint. */
export interface ResponsiveField<T> extends Field<T> {
  readonly responsive: true;
  readonly [responsive]?: true;
}

// biome-ignore lint/suspicious/noExplicitAny: fields of every value type; a narrower type would be invariant.
export type Fields = Readonly<Record<string, Field<any>>>;

/** What a view is given for a set of fields: localised values resolved, responsive ones as `Responsive<T>`. */
export type ConfigOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends ResponsiveField<infer T>
    ? Responsive<T>
    : F[K] extends Field<infer T>
      ? T
      : never;
};

/** Where a link leads. Resolved to an address for the current locale by the runtime. */
export type Link =
  | { readonly kind: 'url'; readonly href: string; readonly newTab?: boolean }
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'product'; readonly slug: string }
  | { readonly kind: 'category'; readonly slug: string };

/** A picture chosen by an author. Focal point as fractions of width and height, 0 to 1. */
export interface ImageValue {
  /** Path below the shop's image address, for example `pages/harbour.svg`, or an `https:` address. */
  readonly src: string;
  /** Empty = decoration. */
  readonly alt: string;
  /** As a page keeps it: the same words in other languages. Views are given the right ones as `alt`. */
  readonly [translation: `alt@${string}`]: string;
  readonly width: number;
  readonly height: number;
  readonly focalPoint?: { readonly x: number; readonly y: number };
  /** Parts of it to show where about that ratio is asked for. Only those the media library has been told of are made. */
  readonly crops?: readonly ImageCrop[];
}

/** A part of a picture, as fractions of its width and height. */
export interface ImageCrop {
  /** Width divided by height of the place it is for. */
  readonly ratio: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A film chosen by an author. */
export interface VideoValue {
  /** Path of this shop or an `https:` address. */
  readonly src: string;
  /** What it shows, in words. */
  readonly title: string;
  readonly poster?: ImageValue;
  /** Address of a WebVTT file. */
  readonly captions?: string;
}

/** Products chosen by hand, by category, or by a rule. */
export type CollectionValue =
  | { readonly kind: 'products'; readonly ids: readonly string[] }
  | {
      readonly kind: 'category';
      readonly slug: string;
      readonly sort?: 'newest' | 'price-asc' | 'price-desc' | 'name';
    }
  | { readonly kind: 'sale' | 'newest' };
