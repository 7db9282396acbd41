import * as Y from 'yjs';
import { LOCAL } from './origin.ts';
import type { PageInYdoc } from './page-in-ydoc.ts';
import { RootNames } from './root-names.ts';
import { typedText } from './typed-text.ts';
import { UndoFilter } from './undo-filter.ts';

/** Milliseconds within which typing in one text is one step. */
const typingPause = 600;

/** What `step` or `note` said was shown, such as the selection. */
export type UndoView = unknown;

export interface PageUndoOptions {
  /** Besides what the page writes itself: bindings of text editors. */
  readonly origins?: Iterable<unknown>;
  /** In milliseconds; default `Date.now`. */
  readonly now?: () => number;
}

/**
 * One line of undo for everything one person does on a page. Each gesture is a step; typing in one text without a pause is one
 * as well. What others did is never undone, also where it stands in the middle of what is.
 */
export class PageUndo {
  readonly #page: PageInYdoc;
  readonly #manager: Y.UndoManager;
  readonly #filter: UndoFilter;
  readonly #names: RootNames;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #view: UndoView;
  /** The text that was typed in last, and when. */
  #typed: { readonly text: string; readonly at: number } | undefined;
  /** Steps that are open: while there is one, everything is part of it. */
  #open = 0;
  #isOpenStepNew = false;

  constructor(page: PageInYdoc, { origins = [], now = Date.now }: PageUndoOptions = {}) {
    this.#page = page;
    this.#now = now;
    this.#names = new RootNames(page.doc);
    this.#filter = new UndoFilter(page.doc, this.#names);
    this.#manager = new Y.UndoManager(page.doc, {
      trackedOrigins: new Set([LOCAL, ...origins]),
      // Whether a change belongs to the step before is decided below, not by time alone.
      captureTimeout: Number.POSITIVE_INFINITY,
      captureTransaction: (transaction) => this.#capture(transaction),
      deleteFilter: (item) => this.#filter.mayDelete(item),
    });
    this.#manager.on('stack-item-added', ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
      stackItem.meta.set('view', this.#view);
      this.#tell();
    });
    this.#manager.on('stack-cleared', () => this.#tell());
  }

  get canUndo(): boolean {
    return this.#manager.canUndo();
  }

  get canRedo(): boolean {
    return this.#manager.canRedo();
  }

  /** Takes back the last step. @returns The view that was said before it. */
  undo(): UndoView {
    return this.#pop('undo');
  }

  /** Does again what was undone last. @returns The view as it was when that was undone. */
  redo(): UndoView {
    return this.#pop('redo');
  }

  /** Runs one gesture: all it writes is one step, and nothing before or after is part of it. */
  step<T>(work: () => T, view: UndoView = this.#view): T {
    const end = this.openStep(view);
    try {
      return this.#page.transact(work);
    } finally {
      end();
    }
  }

  /** For a gesture that takes its time, such as dragging a slider: all until the returned function is called is one step. */
  openStep(view: UndoView = this.#view): () => void {
    this.#view = view;
    if (this.#open === 0) this.#isOpenStepNew = true;
    this.#open++;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#open--;
      this.#typed = undefined;
    };
  }

  /** What is shown now, such as the selection: kept with the steps that follow. */
  note(view: UndoView): void {
    this.#view = view;
  }

  /** From now on what is written with this origin is a person's as well. */
  trackOrigin(origin: unknown): void {
    this.#manager.addTrackedOrigin(origin);
  }

  /** When something can be undone or redone that could not before, or the other way round. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#manager.destroy();
    this.#listeners.clear();
  }

  #pop(direction: 'undo' | 'redo'): UndoView {
    this.#typed = undefined;
    const stack = () => (direction === 'undo' ? this.#manager.undoStack : this.#manager.redoStack);
    const item = this.#filter.during(direction, stack, () => this.#manager[direction]());
    this.#tell();
    if (!item) return undefined;
    this.#view = item.meta.get('view');
    return this.#view;
  }

  #capture(transaction: Y.Transaction): boolean {
    // A gesture that changes nothing is no step, and does not end what can be redone.
    if (transaction.changed.size === 0) return false;
    const { origin } = transaction;
    if (origin === this.#manager || !this.#manager.trackedOrigins.has(origin)) return true;
    const text = typedText(transaction, this.#names);
    const at = this.#now();
    const isMore =
      this.#open > 0
        ? !this.#isOpenStepNew
        : text !== undefined && text === this.#typed?.text && at - this.#typed.at < typingPause;
    if (!isMore) this.#manager.stopCapturing();
    this.#isOpenStepNew = false;
    this.#typed = text === undefined ? undefined : { text, at };
    return true;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
