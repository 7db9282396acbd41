import type { PageDocument } from '../page.ts';

/**
 * - `auto`: the end of a stretch of work. Thinned with age. - `named`: somebody wanted to keep it. - `published`: it went live.
 */
export type VersionKind = 'auto' | 'named' | 'published';

/** A form a document had. */
export interface VersionFacts {
  readonly seq: number;
  readonly kind: VersionKind;
  readonly at: Date;
  /** An actor id. */
  readonly by: string;
  readonly name?: string;
  /** Equal for equal contents. */
  readonly version: string;
}

export interface NewVersion {
  readonly document: PageDocument;
  readonly kind: VersionKind;
  readonly by: string;
  /** Of a named one. */
  readonly name?: string;
}

/** Where the forms of documents are kept that one can return to. Implementations pass `version-store.contract.ts`. */
export interface VersionStore {
  /**
   * Keeps a form. An automatic one takes the place of the automatic one before it while the same stretch of work lasts.
   * @returns `undefined` = an automatic one in which nothing is new.
   */
  add(version: NewVersion): Promise<VersionFacts | undefined>;
  /** Newest first. */
  list(documentId: string): Promise<readonly VersionFacts[]>;
  read(documentId: string, seq: number): Promise<PageDocument | undefined>;
}
