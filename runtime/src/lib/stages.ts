import type { PublishedDocument } from '@vitrine/content';
import type { PrivateDimensions, SharedDimensions } from '@vitrine/data-actions';
import type { PageSubject } from '@vitrine/modules';

/** Step 1, `resolve-page`: what is asked for. */
export type PageRequest =
  | {
      readonly kind: 'page';
      readonly url: URL;
      readonly subject: PageSubject;
      readonly status: 200 | 404 | 410;
      readonly shared: Readonly<SharedDimensions>;
      readonly private: Readonly<PrivateDimensions>;
      /** Document id of the page or template. */
      readonly document: PublishedDocument;
      readonly preview: boolean;
    }
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 307 | 308; readonly location: string };

/** State of one module instance after the data arrived. */
export type SlotState = 'ok' | 'stale' | 'fallback' | 'late' | 'error';

/** The hydrated page object: a page with all its answers, before rendering. JSON; never holds anything private. */
export interface PageObject {
  readonly v: 1;
  readonly url: string;
  readonly pageId: string;
  readonly build: string;
  readonly context: Readonly<SharedDimensions>;
  readonly status: number;
  readonly head: HeadModel;
  readonly slots: readonly PageObjectSlot[];
  /** Answers, once per key. */
  readonly data: Readonly<Record<string, PageObjectEntry>>;
  readonly meta: {
    /** Milliseconds until the first part of it is out of date. */
    readonly maxAge: number;
    readonly contexts: readonly string[];
    readonly tags: readonly string[];
    readonly cacheable: 'cdn' | 'process' | 'none';
  };
}

export interface PageObjectSlot {
  readonly id: string;
  readonly module: string;
  readonly config: unknown;
  readonly state: SlotState;
  /** Name in the plan → keys in `data`. */
  readonly refs: Readonly<Record<string, readonly string[]>>;
  readonly class: 'public' | 'private';
  readonly island?: string;
}

export interface PageObjectEntry {
  readonly d: unknown;
  /** When the source answered, ms since 1970. */
  readonly at: number;
  readonly state: 'fresh' | 'stale' | 'missing';
  readonly tags: readonly string[];
}

export interface HeadModel {
  readonly title: string;
  readonly description?: string;
  readonly canonical?: string;
  readonly robots?: string;
  /** Locale → address. */
  readonly alternates: Readonly<Record<string, string>>;
  readonly image?: string;
  /** JSON-LD objects. */
  readonly structured: readonly unknown[];
}
