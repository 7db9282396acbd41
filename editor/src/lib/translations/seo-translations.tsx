import { Textarea } from '@mantine/core';
import { useEditor } from '../app/editor-context.tsx';
import { localeName } from '../fields/field-words.ts';
import { OriginalChange } from './original-change.tsx';
import type { SeoRow } from './seo-rows.ts';
import { StateMark } from './state-mark.tsx';
import { StillRight } from './still-right.tsx';
import css from './translations.module.css';

/** What search engines are told, in both languages. */
export function SeoTranslations({ rows, locale }: { rows: readonly SeoRow[]; locale: string }) {
  const editor = useEditor();
  const language = localeName(locale);
  const original = localeName(editor.baseLocale);
  const write = (key: string, value: string) =>
    editor.page.setMeta({ seo: { [key]: value === '' ? undefined : value } });
  return (
    <section className={css.group} aria-label="The page in search engines">
      <h3 className={css.groupName}>The page in search engines</h3>
      {rows.map((row) => (
        <fieldset key={row.path} className={css.row} aria-label={row.label} data-state={row.state}>
          <div className={css.side} lang={editor.baseLocale}>
            <div className={css.label}>{row.label}</div>
            <p className={css.words}>{row.base}</p>
            {row.state === 'outdated' && <OriginalChange before={row.before} now={row.stands} />}
          </div>
          <div className={css.side} lang={locale}>
            <Textarea
              size="xs"
              autosize
              minRows={row.name === 'title' ? 1 : 2}
              aria-label={`${row.label} in ${language}`}
              placeholder={row.base}
              value={row.value}
              disabled={!editor.canWrite}
              onChange={(event) =>
                write(`${row.name}@${locale}`, event.currentTarget.value.replaceAll('\n', ' '))
              }
            />
            <div className={css.foot}>
              <StateMark state={row.state} language={language} original={original} />
              {row.state === 'outdated' && editor.canWrite && <StillRight row={row} />}
            </div>
          </div>
        </fieldset>
      ))}
    </section>
  );
}
