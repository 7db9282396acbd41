import type { DocumentKind, ReleaseState } from '@vitrine/content';
import type { WeakPair } from '@vitrine/themes';

/** What a release does with one document or the styles of the shop, as people see it in the list. */
export interface ReleaseItemFacts {
  readonly document: string;
  readonly kind: DocumentKind | 'styles';
  /** Of the document, when it was planned. */
  readonly name: string;
  readonly action: 'publish' | 'unpublish';
  /** Where it stands then: `<channel>/<locale>` → path. */
  readonly paths: Readonly<Record<string, string>>;
  readonly plannedAt: string;
  /** It was edited since: what goes live is what was planned. Absent = it was not. */
  readonly isEdited?: boolean;
  /** A name; empty when nobody who is known did it. */
  readonly plannedBy: string;
}

/** Changes of documents that go live together. */
export interface ReleaseFacts {
  readonly id: string;
  readonly name: string;
  /** Absent = when somebody says so. */
  readonly at?: string;
  readonly state: ReleaseState;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly ended?: { readonly at: string; readonly by: string };
  /** Why it could not go live, as a sentence. */
  readonly problem?: string;
  /** Names of documents, and styles, that stayed as somebody had published them, or taken them back, after they were planned. */
  readonly kept: readonly string[];
  readonly items: readonly ReleaseItemFacts[];
}

/** What there is to say about a release before it goes live. */
export interface ReleaseCheck {
  /** Why it could not, as things are now. Absent = nothing is known against it. */
  readonly problem?: string;
  /** Colours in it that are hard to read on each other, by what people call them. Absent = none. */
  readonly weak?: readonly (WeakPair & { readonly scheme: 'light' | 'dark' })[];
}

/** What somebody may do with releases. */
export interface ReleaseRights {
  /** Plan, move, publish and cancel them. */
  readonly publish: boolean;
  /** Make links that show them. */
  readonly share: boolean;
}

/** As people would list them: “Sale” and “Spring”. */
export function namesOfReleases(releases: readonly { readonly name: string }[]): string {
  return releases.map(({ name }) => `“${name}”`).join(' and ');
}
