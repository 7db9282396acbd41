import type { PageDocument } from '../page.ts';
import type { Composed } from '../template.ts';

/** Where a page stands or shall stand, by `<channel>/<locale>`, for example `{ 'online/de': '/über-uns' }`. */
export type DocumentPaths = Readonly<Record<`${string}/${string}`, string>>;

/**
 * Where documents live while people change them: as Yjs, which is the truth, and derived from it as JSON, for lists, previews and
 * other processes. Implementations pass `draft-store.contract.ts`. `by` is an actor id.
 */
export interface DraftStore {
  /**
   * The state of a document people want to change, as one Yjs update. One that is published and has no draft gets it now, once,
   * whoever asks; a draft nobody has changed follows what was published since.
   * @returns `undefined` = there is no such document, or it lies in the trash.
   */
  open(id: string): Promise<Uint8Array | undefined>;
  /** The state of a draft there is, in the trash too, as one Yjs update. */
  load(id: string): Promise<Uint8Array | undefined>;
  /** Durable when it resolves. @throws when there is no such draft, or it lies in the trash. */
  append(id: string, update: Uint8Array, by: string): Promise<void>;
  /**
   * Lets `prepare` look at a draft and perhaps change it while nobody else can, in any process. What it returns is appended. It may
   * be asked twice, for another state. With `keepsBefore` what it was until then is kept, for `before`.
   * @returns the state with it; `undefined` = there is no such draft.
   */
  alone(
    id: string,
    by: string,
    prepare: (state: Uint8Array) => Uint8Array | undefined,
    options?: { readonly keepsBefore?: boolean },
  ): Promise<Uint8Array | undefined>;
  /** What a draft was before it was given another form, in the last 90 days; the oldest first. */
  before(id: string): Promise<readonly StateBefore[]>;
  /** Makes one state of all updates. Loses nothing that arrives meanwhile. */
  compact(id: string): Promise<void>;
  /** Keeps what was derived from the state. */
  project(id: string, document: PageDocument, paths: DocumentPaths, by: string): Promise<void>;

  /**
   * What a preview shows instead of what is published, in the order asked: `undefined` for what has no draft, lies in the trash, or
   * was published anew since its draft was last changed.
   */
  drafts(ids: readonly string[]): Promise<(PageDocument | undefined)[]>;
  /** In the order asked; `undefined` = it has no draft. */
  standings(ids: readonly string[]): Promise<(DraftStanding | undefined)[]>;
  /** Id, parentage and state of everything there is: drafts, also those in the trash, and what is published without one. */
  list(): Promise<readonly DraftFacts[]>;
  /** Drafts a preview shows that have paths in a channel, or one path there; sorted by id. */
  pathsIn(
    channel: string,
    where?: { readonly locale: string; readonly path: string },
  ): Promise<DraftAddress[]>;
  /** Drafts of templates a preview shows. */
  templates(composes: Composed): Promise<readonly string[]>;

  create(document: PageDocument, options: CreateDraftOptions): Promise<DraftCreated>;
  /** Into the trash. What is published stays published. @returns whether there is such a document. */
  remove(id: string, by: string): Promise<boolean>;
  /** Into the trash unless it is published, also by somebody else at the same time. */
  removeUnpublished(id: string, by: string): Promise<DraftRemoved>;
  /** Out of the trash. @returns whether it was there. */
  restore(id: string, by: string): Promise<boolean>;
  /** Where it stands in lists; its new siblings, of its own kind and not in the trash, are counted without it. */
  place(id: string, place: DraftPlace): Promise<DraftPlaced>;
}

/** A state, and what was done to it: who has not seen that still works on the old one. */
export interface StateBefore {
  readonly state: Uint8Array;
  readonly change: Uint8Array;
}

export interface DraftFacts {
  readonly id: string;
  readonly kind: PageDocument['kind'];
  readonly composes?: Composed;
  readonly name: string;
  readonly paths: DocumentPaths;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  /** As people edit it, which is what is published when nobody did. */
  readonly version: string;
  /** Absent = not published. */
  readonly publishedVersion?: string;
  /** Whether publishing it would change something. */
  readonly isChanged: boolean;
  readonly parent?: string;
  readonly position: number;
  readonly trashedAt?: Date;
}

export interface DraftAddress {
  readonly id: string;
  readonly paths: DocumentPaths;
}

export interface CreateDraftOptions {
  readonly by: string;
  readonly paths?: DocumentPaths;
  readonly parent?: string;
}

export interface DraftPlace {
  /** Absent = at the top. */
  readonly parent?: string;
  /** Index among its siblings; beyond the last = at the end. */
  readonly position: number;
}

/** Where a draft comes from. */
export interface DraftStanding {
  readonly isTrashed: boolean;
  /** What was published when it was made or last published; who has just this has changed nothing. */
  readonly base?: { readonly version: string; readonly paths: DocumentPaths };
}

export type DraftRemoved = { readonly kind: 'removed' | 'published' | 'missing' };
export type DraftCreated = { readonly kind: 'created' } | { readonly kind: 'taken' };
export type DraftPlaced =
  | { readonly kind: 'placed' }
  | { readonly kind: 'refused'; readonly message: string };
