/** Something wrong with content, for the person who can put it right. */
export interface ContentProblem {
  readonly code: ProblemCode;
  /** An `error` keeps it from being published; with a `warning` it is served, in a lesser form. */
  readonly severity: 'error' | 'warning';
  /** Id of the document. */
  readonly document: string;
  /** Id of the module instance, when it is about one. */
  readonly node?: string;
  /** Where in the document, for example `nodes.0.slots.main.2.props.title@de`. */
  readonly path: string;
  /** What was expected, what came, what to do. */
  readonly message: string;
}

export type ProblemCode =
  | 'not-a-document'
  | 'duplicate-id'
  | 'unknown-module'
  | 'newer-module'
  | 'failed-migration'
  | 'slot-not-declared'
  | 'kind-not-allowed'
  | 'too-many'
  | 'too-large'
  | 'bad-prop'
  | 'missing-locale'
  | 'unknown-fragment'
  | 'fragment-cycle'
  | 'unknown-layout'
  | 'missing-outlet'
  | 'misplaced-outlet'
  | 'part-not-open'
  | 'setting-not-open'
  | 'bad-url'
  | 'broken-link'
  | 'unclear-picture'
  | 'template-text'
  | 'missing-version'
  | 'redirect-loop'
  | 'redirect-chain'
  | 'unknown-page'
  | 'taken-address'
  | 'changed-meanwhile'
  | 'unknown-template';

/** `["nodes", 0, "slots"]` → `nodes.0.slots`. */
export function joinPath(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
