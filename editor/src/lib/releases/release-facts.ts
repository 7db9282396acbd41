import type { DocumentKind, ReleaseState } from '@vitrine/content';

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
