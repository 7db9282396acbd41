/** What others say about values, by path as in the document (`links/i3/label@de`) or as a check says it (`links.2.label@de`). */
export interface MarksGiven {
  readonly problems?: Readonly<Record<string, string>>;
  /** Translations whose original has changed since. */
  readonly outdated?: ReadonlySet<string>;
}

/**
 * Keeps what was last said, so that a new list of problems re-renders the fields it is about and no others. Lives as long as its
 * panel.
 */
export interface FieldMarks {
  set(given: MarksGiven): void;
  problemAt(paths: readonly string[]): string | undefined;
  isOutdated(paths: readonly string[]): boolean;
  subscribe(listener: () => void): () => void;
}

export function createFieldMarks(): FieldMarks {
  let current: MarksGiven = {};
  const listeners = new Set<() => void>();
  return {
    set(given) {
      if (given.problems === current.problems && given.outdated === current.outdated) return;
      current = given;
      for (const listener of listeners) listener();
    },
    problemAt: (paths) =>
      paths
        .map((path) => (Object.hasOwn(current.problems ?? {}, path) ? current.problems?.[path] : undefined))
        .find((message) => message !== undefined),
    isOutdated: (paths) => paths.some((path) => current.outdated?.has(path)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
