import type { TranslationState } from './translation-rows.ts';
import css from './translations.module.css';

/** How it stands with a translation, in words. */
export function StateMark({
  state,
  language,
  original,
}: {
  state: TranslationState;
  language: string;
  original: string;
}) {
  return (
    <span className={css.mark} data-state={state}>
      {state === 'missing'
        ? `Not in ${language} yet: readers get the ${original} one`
        : state === 'outdated'
          ? `The ${original} one has changed since`
          : language}
    </span>
  );
}
