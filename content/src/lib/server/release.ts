import type { PageDocument } from '../page.ts';
import type { ReleaseState } from '../release-state.ts';
import type { DocumentPaths } from './draft-store.ts';
import type { ThemeTokens } from './theme-store.ts';

/** What a release does with one document, or with the styles of the shop. */
export interface ReleaseItemFacts {
  /** An id; of styles `stylesItem` of their theme. */
  readonly document: string;
  readonly kind: PageDocument['kind'] | 'styles';
  /** Of the document, when it was planned. */
  readonly name: string;
  readonly action: 'publish' | 'unpublish';
  /** Of all that goes live for it, as it was when it was planned, by id. Absent = that is not known any more. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Where it stands then. */
  readonly paths: DocumentPaths;
  readonly plannedAt: Date;
  /** An actor id. */
  readonly plannedBy: string;
}

export interface ReleaseItem extends ReleaseItemFacts {
  /** What goes live for it, as it was when it was planned: the document, and of what it needs all that was not live just so. */
  readonly documents: readonly PageDocument[];
  /** The styles as they were when they were planned. */
  readonly tokens?: ThemeTokens;
}

/** Changes of documents that go live together. */
export interface ReleaseFacts {
  readonly id: string;
  readonly name: string;
  /** Absent = when somebody says so. */
  readonly at?: Date;
  readonly state: ReleaseState;
  readonly madeAt: Date;
  /** An actor id. */
  readonly madeBy: string;
  readonly ended?: { readonly at: Date; readonly by: string };
  /** Why it could not go live, as a sentence. */
  readonly problem?: string;
  /** Documents that stayed as somebody had published them, or taken them back, after they were planned. */
  readonly kept: readonly string[];
  readonly items: readonly ReleaseItemFacts[];
}

export interface Release extends ReleaseFacts {
  readonly items: readonly ReleaseItem[];
  /** Grows with every change. */
  readonly version: number;
}
