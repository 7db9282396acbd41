import { Checkbox } from '@mantine/core';
import { isFor, type Readers } from '@vitrine/content';
import { useSyncExternalStore } from 'react';
import { useEditor, useView } from '../../app/editor-context.tsx';
import { useCrowd } from '../../audiences/use-crowd.ts';
import { localeName } from '../../fields/field-words.ts';
import { readerWords } from './reader-words.ts';
import css from './readers.module.css';
import { VisitorChoice } from './visitor-choice.tsx';

interface Visibility extends Readers {
  readonly hidden?: boolean;
}

/** Who gets to see what is selected: readers of some languages, customers of some groups, some visitors. */
export function ReadersSection({ ids }: { ids: readonly string[] }) {
  const editor = useEditor();
  const { page, catalogue, locales: languages } = editor;
  const groups = catalogue.groups ?? [];
  const all = useVisibility(ids);
  const { crowd } = useCrowd();
  useView(() => JSON.stringify(editor.reader));
  const first = all[0] ?? {};
  const readersIn = ({ locales, groups: own, audiences }: Readers) =>
    JSON.stringify([locales, own, audiences]);
  const isMixed = all.some((each) => readersIn(each) !== readersIn(first));
  const isLocked = ids.some((id) => page.node(id)?.lock);
  const isReadOnly = !editor.canWrite || isLocked;

  function put(kind: 'locales' | 'groups', offered: readonly string[], chosen: readonly string[]) {
    // All that there are is no bound: what is for everybody stays so when a language is added.
    const isAll = offered.every((each) => chosen.includes(each));
    const value = isAll || chosen.length === 0 ? undefined : chosen.toSorted();
    editor.gesture(() => {
      for (const id of ids) page.setFacts(id, { [kind]: value });
    });
  }

  function nowWords() {
    return all.every(({ hidden }) => hidden) ? 'Nobody: it is hidden' : readerWords(first, groups, crowd);
  }

  return (
    <details className={css.section}>
      <summary>
        Who sees it
        <span className={css.now}>{isMixed ? 'differs' : nowWords()}</span>
      </summary>
      {languages.length > 1 && (
        <Choice
          title="In these languages"
          all={languages.map((id) => ({ id, name: localeName(id) }))}
          chosen={first.locales}
          isReadOnly={isReadOnly}
          onChange={(chosen) => put('locales', languages, chosen)}
        />
      )}
      {groups.length > 1 && (
        <Choice
          title="By these customers"
          all={groups}
          chosen={first.groups}
          isReadOnly={isReadOnly}
          onChange={(chosen) =>
            put(
              'groups',
              groups.map(({ id }) => id),
              chosen,
            )
          }
        />
      )}
      <VisitorChoice
        audiences={isMixed ? undefined : first.audiences}
        isReadOnly={isReadOnly}
        onChange={(audiences) =>
          editor.gesture(() => {
            for (const id of ids) page.setFacts(id, { audiences });
          })
        }
      />
      {!isMixed && !isFor(first, editor.reader) && (
        <p className={css.note}>
          The page is shown as others see it now, so this is not on it. Choose the language above, or
          customers and visitors under “Preview as”, to see it.
        </p>
      )}
    </details>
  );
}

function Choice(props: {
  title: string;
  all: readonly { readonly id: string; readonly name: string }[];
  /** Absent = all. */
  chosen: readonly string[] | undefined;
  isReadOnly: boolean;
  onChange: (chosen: readonly string[]) => void;
}) {
  const { title, all, isReadOnly, onChange } = props;
  const chosen = props.chosen ?? all.map(({ id }) => id);
  // What is no language or group of the shop any more is taken away by unticking it.
  const strangers = chosen.filter((id) => all.every((each) => each.id !== id));
  return (
    <fieldset className={css.choice}>
      <legend>{title}</legend>
      {[...all, ...strangers.map((id) => ({ id, name: `${id} (not in this shop)` }))].map(({ id, name }) => {
        const isChosen = chosen.includes(id);
        return (
          <Checkbox
            key={id}
            size="xs"
            label={name}
            checked={isChosen}
            // Whoever nobody should see is hidden, which is said where that is done.
            disabled={isReadOnly || (isChosen && chosen.length === 1)}
            onChange={() => onChange(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])}
          />
        );
      })}
    </fieldset>
  );
}

/** Who gets to see each of these. */
function useVisibility(ids: readonly string[]): readonly Visibility[] {
  const { page } = useEditor();
  const text = useSyncExternalStore(
    (listener) => {
      const ends = ids.map((id) => page.onNode(id, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    () =>
      JSON.stringify(
        ids.flatMap((id) => {
          const node = page.node(id);
          if (!node) return [];
          const { locales, groups, audiences, hidden } = node;
          return [{ locales, groups, audiences, hidden }];
        }),
      ),
  );
  return JSON.parse(text) as Visibility[];
}
