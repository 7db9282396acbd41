import { useEffect, useMemo } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import type { Finding, Severity } from './finding.ts';
import { allFindings, type ChecksState } from './page-checks.ts';

export function useChecks<S>(select: (state: ChecksState) => S): S {
  return useStore(useEditor().checks.state, select);
}

/** Everything that was found, what matters most first. */
export function useFindings(): readonly Finding[] {
  const state = useChecks((each) => each);
  return useMemo(() => allFindings(state), [state]);
}

/** The worst that was found at an instance. */
export function useWorst(id: string): Severity | undefined {
  return useChecks(({ worst }) => worst.get(id));
}

/** Accessibility is looked at while this is on the screen. */
export function useAccessibility(): void {
  const { checks } = useEditor();
  useEffect(() => checks.watchAccessibility(), [checks]);
}

/** What was found at the settings of one instance, by their paths as the property panel takes them. */
export function useProblems(ids: readonly string[]): Readonly<Record<string, string>> | undefined {
  const contents = useChecks((state) => state.contents);
  const [id] = ids;
  return useMemo(() => {
    if (ids.length !== 1) return undefined;
    const own = contents.filter(({ node, path }) => node === id && path !== undefined);
    return Object.fromEntries(own.map(({ path = '', message }) => [path, message]));
  }, [contents, id, ids.length]);
}
