import { useEffect } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { type Translated, translationWatch } from './translated.ts';

/** What of the page is to be had in a language, followed while this is on the screen. `undefined` = the first one is written in it. */
export function useTranslated(locale: string | undefined): {
  readonly now: Translated | undefined;
  readonly problem: string | undefined;
} {
  const watch = translationWatch(useEditor());
  useEffect(() => (locale === undefined ? undefined : watch.watch(locale)), [watch, locale]);
  const now = useStore(watch.state, (state) => state.now);
  const problem = useStore(watch.state, (state) => state.problem);
  return { now: now?.locale === locale ? now : undefined, problem };
}
