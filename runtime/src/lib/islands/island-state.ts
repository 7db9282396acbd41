import type { SharedDimensions } from '@vitrine/data-actions';
import type { MessageTable, PageSubject } from '@vitrine/modules';

// What the server tells the browser so that islands wake up as they were rendered. Only what islands use, each thing once.

/** One for the page, in `<script type="application/json" id="vt-page">`. */
export interface PageState {
  readonly v: 1;
  readonly build: string;
  readonly context: Readonly<SharedDimensions>;
  readonly subject: PageSubject;
  /** `''` or `/<locale>`. */
  readonly prefix: string;
  /** Path of the page with its locale prefix, and its declared query. */
  readonly address: string;
  readonly query: string;
  /** Texts by module id. */
  readonly messages: Readonly<Record<string, MessageTable>>;
  readonly islands: Readonly<Record<string, IslandState>>;
  /** What the islands' data is made of, each once; `IslandState.data` points into it. */
  readonly values: readonly unknown[];
  /** Which values are whole public answers: key, time of the source, 1 when stale, place in `values`. */
  readonly answers: readonly (readonly [key: string, at: number, stale: 0 | 1, place: number])[];
}

/**
 * Props of one island. Those in holes and late slots come on their own, in
 * `<script type="application/json" data-island="<id>">` beside them, with `values` of their own.
 */
export interface IslandState {
  readonly config: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Name in the plan → place in `values`. */
  readonly data: Readonly<Record<string, number>>;
  readonly values?: readonly unknown[];
}
