import type { DocumentKind, Json, PageDocument, PageNode, PropShape, VersionName } from '@vitrine/content';
import type { FieldDescription, ModuleKind } from '@vitrine/modules';
import type { ReleaseFacts, ReleaseItemFacts } from '../releases/release-facts.ts';

/** Who is signed in, and what they may do. */
export interface Session {
  readonly user: { readonly id: string; readonly name: string };
  readonly capabilities: readonly string[];
}

/** A module as the editor knows it: words and facts, no code. */
export interface ModuleDescription {
  readonly id: string;
  readonly title: string;
  /** Other words it is found by. */
  readonly alsoCalled?: readonly string[];
  readonly kind: ModuleKind;
  readonly version: number;
  /** Kinds of page it is made for; absent = all. */
  readonly subjects?: readonly string[];
  /** Part of a page that a shop has one of, such as its checkout. */
  readonly isPartOfOne?: boolean;
  readonly slots: Readonly<
    Record<string, { readonly label: string; readonly allow: readonly string[]; readonly max?: number }>
  >;
  readonly fields: readonly FieldDescription[];
  readonly shapes: Readonly<Record<string, PropShape>>;
  readonly presets: readonly {
    readonly name: string;
    readonly props: Readonly<Record<string, Json>>;
    readonly slots?: Readonly<Record<string, readonly PageNode[]>>;
  }[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** The first is the one of values without a locale. */
  readonly locales: readonly string[];
  readonly currencies: readonly string[];
}

/** Customers that pages tell apart. */
export interface CustomerGroup {
  readonly id: string;
  readonly name: string;
}

/** Everything about the shop that does not change while somebody edits. */
export interface Catalogue {
  readonly modules: readonly ModuleDescription[];
  readonly channels: readonly Channel[];
  /** Those in none come first, as `anyone`. */
  readonly groups?: readonly CustomerGroup[];
  /** Languages of the channels in their own words. The server says them: for the first name in each, a browser takes a frame or more. */
  readonly languages?: Readonly<Record<string, string>>;
  /** Versions that won a test, such as `hero.b`: everybody is shown them. Absent = none. */
  readonly winners?: readonly string[];
  readonly colours: readonly { readonly token: string; readonly label: string; readonly value: string }[];
  /** Something of each kind that a template is shown with. */
  readonly samples: Readonly<Record<string, string>>;
}

/** The shop as it was when the editor was opened. */
export interface Shop {
  readonly session: Session;
  readonly catalogue: Catalogue;
}

/** A document in the list of all documents. */
export interface DocumentFacts {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly composes?: PageDocument['composes'];
  /** `<channel>/<locale>` → path. */
  readonly paths: Readonly<Record<string, string>>;
  readonly parent?: string;
  /** Among its siblings. */
  readonly position: number;
  readonly updatedAt?: string;
  /** A name; absent when nobody who is known did it. */
  readonly updatedBy?: string;
  readonly publishedVersion?: string;
  /** The draft differs from what is published. */
  readonly isChanged: boolean;
  /** Fragments in a fragment or layout as it is edited, by their ids; absent = none, or it is a page. */
  readonly shows?: readonly string[];
  readonly trashedAt?: string;
  /** Somebody asks whether it may go live. Absent = nobody does. */
  readonly isInReview?: boolean;
  /** Releases that wait and do something with it, the next one first; absent = none. */
  readonly planned?: readonly PlannedChange[];
}

/** What a release that waits does with a document. */
export interface PlannedChange extends Pick<ReleaseFacts, 'id' | 'name' | 'at' | 'state'> {
  readonly action: ReleaseItemFacts['action'];
  /** It was edited since: what goes live is what was planned. Absent = it was not. */
  readonly isEdited?: boolean;
}

/** A fragment that pages can be made from: it has open parts. */
export interface TemplateFacts {
  readonly id: string;
  readonly name: string;
  /** What people call its open parts; empty for one without a name. */
  readonly parts: readonly string[];
}

/** A document that shows a fragment, stands in a layout, or links to a page. */
export interface DocumentUse {
  readonly document: Pick<DocumentFacts, 'id' | 'name' | 'kind'>;
  /** As people edit it. */
  readonly inDraft: boolean;
  /** As shoppers see it. */
  readonly isPublished: boolean;
  /** Instances of the fragment in the draft. */
  readonly nodes: readonly string[];
}

/** A document that names an audience, or a version of a test. */
export type AudienceUse = Omit<DocumentUse, 'nodes'>;

/** A document with versions of a test. */
export interface ExperimentUse extends AudienceUse {
  /** Those shoppers can be shown there. */
  readonly published: readonly VersionName[];
}

export interface VersionFacts {
  readonly seq: number;
  readonly at: string;
  /** A name; empty when nobody who is known made it. */
  readonly by: string;
  readonly name?: string;
  readonly kind: 'auto' | 'named' | 'published';
}

export interface PublishProblem {
  readonly code?: string;
  readonly severity: 'error' | 'warning';
  readonly document: string;
  readonly node?: string;
  readonly path: string;
  readonly message: string;
}

/** What publishing a document would do. */
export interface PublishPlan {
  /** The document itself and what it needs: layout, fragments. */
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: DocumentKind;
    /** Of its draft: changes with what is in it. */
    readonly version: string;
    readonly state: 'new' | 'changed' | 'same';
  }[];
  readonly addresses: readonly {
    /** As visitors type it. */
    readonly path: string;
    readonly locale: string;
    readonly state: 'new' | 'moved' | 'same' | 'gone';
    readonly from?: string;
  }[];
  readonly problems: readonly PublishProblem[];
}

/** The answer of the server was a refusal, in words for the person who asked. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly status: number;
  /** All of the answer, where there was one that could be read. */
  readonly answer: unknown;

  constructor(status: number, message: string, answer?: unknown) {
    super(message);
    this.status = status;
    this.answer = answer;
  }
}

const unreadable = Symbol('unreadable');

/** Asks the editor's own API. @throws BackendError with a sentence. */
export async function ask<T>(
  path: string,
  options: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const { method = options.body === undefined ? 'GET' : 'POST', body, signal } = options;
  let answer: Response;
  try {
    answer = await fetch(`/editor/api/${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new BackendError(0, 'The shop cannot be reached. Your work is kept here; try again in a moment.');
  }
  const value: unknown = await answer.json().catch(() => unreadable);
  if (signal?.aborted) throw new DOMException('The answer is not wanted any more.', 'AbortError');
  if (answer.ok && value !== unreadable) return value as T;
  const message =
    typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : '';
  throw new BackendError(
    answer.status,
    message || `The shop answered with ${answer.status}. Please try again.`,
    value,
  );
}
