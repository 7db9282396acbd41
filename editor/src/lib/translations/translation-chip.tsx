import { IconLanguage } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import { useEditor, useView } from '../app/editor-context.tsx';
import { commandById } from '../commands/registry.ts';
import { localeName } from '../fields/field-words.ts';
import { leftWords } from './left-words.ts';
import css from './translations.module.css';
import { useTranslated } from './use-translated.ts';

/** To the texts of the page side by side; in another language than the first with what is left to be done in it. */
export function TranslationChip() {
  const editor = useEditor();
  const locale = useView((view) => view.locale);
  const isFirst = locale === editor.baseLocale;
  const { now } = useTranslated(isFirst ? undefined : locale);
  const left = now && now.count.missing + now.count.outdated;
  const words = isFirst
    ? 'Translate the page'
    : now
      ? leftWords(now)
      : `Translate the page into ${localeName(locale)}`;
  return (
    <button
      type="button"
      className={css.chip}
      data-state={left === undefined ? undefined : left > 0 ? 'open' : 'done'}
      aria-label={words}
      {...hint(words)}
      onClick={() => commandById('translate').run(editor)}
    >
      <IconLanguage size={16} aria-hidden />
      {left !== undefined && left > 0 && <span aria-hidden>{left}</span>}
    </button>
  );
}
