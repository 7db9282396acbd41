import type { PageDocument } from './page.ts';
import type { UrlEntry } from './url-map.ts';

/** A published document and the version the runtime keys its caches by. */
export interface PublishedDocument {
  readonly document: PageDocument;
  /** Changes whenever the published content changes. */
  readonly version: string;
}

/** Where published documents and the URL map live. Implementations pass `page-store.contract.ts`. */
export interface PageStore {
  /** In the order asked; `undefined` = not published. */
  published(ids: readonly string[]): Promise<(PublishedDocument | undefined)[]>;
  /** The URL entry for a path without locale prefix, for example `/about`; percent-encoding is undone. */
  resolveUrl(channel: string, locale: string, path: string): Promise<UrlEntry | undefined>;
  /**
   * The template that composes this product, category …: its own override when it has one, else the general one, which
   * `chooseTemplate` picks.
   */
  templateFor(
    composes: NonNullable<PageDocument['composes']>,
    entityId?: string,
  ): Promise<PublishedDocument | undefined>;
  /** Every address of one published page, sorted. Changes when `page.published` names the page. */
  addressesOf(channel: string, pageId: string): Promise<readonly UrlEntry[]>;
  /** Redirects that lead to a path of this shop, with whatever query or fragment, sorted. */
  redirectsTo(channel: string, locale: string, path: string): Promise<readonly UrlEntry[]>;
  /** Every published page's URLs, for sitemaps and pickers. */
  urls(channel: string): Promise<readonly UrlEntry[]>;
  /**
   * All of it or nothing.
   * @throws PublishRefusedError with the problems when a document, address or override is not right.
   */
  publish(change: PublishChange): Promise<{ readonly published: readonly PublishedDocument[] }>;
}

export interface PublishChange {
  /** Who: an actor id, for the history. */
  readonly by: string;
  readonly documents?: readonly PageDocument[];
  readonly unpublish?: readonly string[];
  /** New or changed addresses. */
  readonly urls?: readonly UrlEntry[];
  /** Pages get addresses that lead to other pages now. Default: that refuses the change. */
  readonly takeAddresses?: boolean;
  /**
   * The change is made of drafts, and this was published when it was planned: document id → version, `null` = it was not. The change is refused when that is
   * different now, when one of its documents lies in the trash, or when something shows what is taken back. Default: it is not looked.
   */
  readonly basedOn?: Readonly<Record<string, string | null>>;
  /**
   * Reviews there were before the documents of the change were read: one that was asked since then stays, unless it is of just what goes live.
   * Default: whatever is asked is answered.
   */
  readonly reviews?: readonly { readonly id: string; readonly askedAt: Date }[];
  readonly removeUrls?: readonly Pick<UrlEntry, 'channel' | 'locale' | 'path'>[];
  /** Template overrides: entity id → template id, `null` removes one. */
  readonly overrides?: Readonly<Record<string, string | null>>;
}

/** A store that remembers what was published before. */
export interface PublishHistory {
  /** Newest first. Publishing what is published already adds nothing. */
  history(documentId: string): Promise<readonly PublishedVersion[]>;
}

export interface PublishedVersion {
  readonly version: string;
  readonly by: string;
  readonly at: Date;
  /** Absent = it was taken back. */
  readonly document?: PageDocument;
}
