import { CloseButton, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { ask, type DocumentFacts } from '../app/backend.ts';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { placeFor } from '../commands/clipboard.ts';
import panel from '../panels/panels.module.css';
import css from './palette.module.css';
import { PaletteCard } from './palette-card.tsx';
import { paletteEntries, searchEntries } from './palette-entries.ts';

/** Everything that can be put onto the page, as it will look. */
export function Palette() {
  const editor = useEditor();
  const meta = useMeta();
  const selection = useView((view) => view.selection);
  const [query, setQuery] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const fragments = useFragments(meta.id);
  const entries = useMemo(
    () => searchEntries(paletteEntries(editor.catalogue.modules, fragments), query),
    [editor, fragments, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits depends on what is selected.
  const fitting = useMemo(
    () => entries.filter(({ type }) => placeFor(editor, [type]).kind === 'place'),
    [editor, entries, selection, meta],
  );
  const shown = showsAll ? entries : fitting;
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Add modules</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      <TextInput
        px="sm"
        size="xs"
        aria-label="Search modules"
        placeholder="Hero, products, text …"
        leftSection={<IconSearch size={14} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Switch
        size="xs"
        px="sm"
        py="xs"
        label="Also what does not fit here"
        checked={showsAll}
        onChange={(event) => setShowsAll(event.currentTarget.checked)}
      />
      <div className={panel.scroll}>
        {shown.length === 0 && (
          <p className={panel.empty}>
            {entries.length > 0
              ? 'What you look for does not fit here. Select another place, or show all.'
              : 'There is no module like that.'}
          </p>
        )}
        {groups.map((group) => (
          <section key={group} className={css.group} aria-label={group}>
            <h3 className={css.heading}>{group}</h3>
            {shown
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <PaletteCard key={entry.key} entry={entry} />
              ))}
          </section>
        ))}
      </div>
    </>
  );
}

// A fragment cannot stand in itself.
function useFragments(self: string): readonly DocumentFacts[] {
  const [fragments, setFragments] = useState<readonly DocumentFacts[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    ask<readonly DocumentFacts[]>('documents', { signal: stop.signal }).then(
      (all) =>
        setFragments(
          all.filter(({ kind, id, trashedAt }) => kind === 'fragment' && id !== self && !trashedAt),
        ),
      // Modules can be added all the same.
      () => {},
    );
    return () => stop.abort();
  }, [self]);
  return fragments;
}
