import { Anchor } from '@mantine/core';
import { useEditor, useMeta } from '../app/editor-context.tsx';
import { goTo } from '../app/location.ts';
import { instancesOf } from '../document/instances-of.ts';
import { localeName } from '../fields/field-words.ts';
import css from './translations.module.css';

/** What else readers of a language need, which is done in other places. */
export function TranslationNotes({ locale, onClose }: { locale: string; onClose: () => void }) {
  const editor = useEditor();
  const { kind, paths } = useMeta();
  const { channel } = editor.view.get();
  const isWithoutAddress =
    kind === 'page' &&
    paths[`${channel}/${editor.baseLocale}`] !== undefined &&
    paths[`${channel}/${locale}`] === undefined;
  const fragments = [...new Set(instancesOf(editor.page).flatMap((id) => editor.fragmentOf(id) ?? []))];
  if (!isWithoutAddress && fragments.length === 0) return null;
  return (
    <aside className={css.notes}>
      {isWithoutAddress && (
        <p>
          The page has no address in {localeName(locale)}, so nobody finds it there.{' '}
          <Anchor
            component="button"
            type="button"
            inherit
            onClick={() => {
              onClose();
              editor.view.set({ locale });
              editor.select([]);
            }}
          >
            Give it one
          </Anchor>
        </p>
      )}
      {fragments.length > 0 && (
        <p>
          Texts of fragments are translated where those are edited:{' '}
          {fragments.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Anchor component="button" type="button" inherit onClick={() => goTo(id)}>
                {editor.documents.find(id)?.name ?? id}
              </Anchor>
            </span>
          ))}
        </p>
      )}
    </aside>
  );
}
