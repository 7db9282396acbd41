import { Button, CloseButton, Switch, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { DocumentFacts } from '../app/backend.ts';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { placeFor } from '../commands/clipboard.ts';
import { isEnabled } from '../commands/command.ts';
import { commandById } from '../commands/registry.ts';
import panel from '../panels/panels.module.css';
import css from './palette.module.css';
import { PaletteCard } from './palette-card.tsx';
import { openPartEntry, paletteEntries, searchEntries } from './palette-entries.ts';
import { SavedCard } from './saved-card.tsx';
import { presetEntries, SAVED } from './saved-presets.ts';

/** Everything that can be put onto the page, as it will look. */
export function Palette() {
  const editor = useEditor();
  const meta = useMeta();
  const selection = useView((view) => view.selection);
  const [query, setQuery] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const isFragment = meta.kind === 'fragment';
  const fragments = useFragments(meta.id);
  const known = useStore(editor.fragments.state, (state) => state.known);
  // Apart from each other: what has come later does not make new entries, and so new pictures, of what was there.
  // A fragment or layout may stand around anything.
  const subject = meta.kind === 'page' ? 'page' : meta.composes;
  const ofModules = useMemo(() => paletteEntries(editor.catalogue.modules, [], subject), [editor, subject]);
  const ofFragments = useMemo(() => paletteEntries([], fragments), [fragments]);
  const saved = useStore(editor.presets.state, (state) => state.list);
  const ofSaved = useMemo(() => presetEntries(saved), [saved]);
  useEffect(() => {
    // Modules can be added all the same.
    editor.presets.load().catch(() => {});
  }, [editor]);
  const entries = useMemo(
    () =>
      searchEntries(
        [...(isFragment ? [openPartEntry] : []), ...ofSaved, ...ofFragments, ...ofModules],
        query,
      ),
    [isFragment, ofSaved, ofFragments, ofModules, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits depends on what is selected.
  const fitting = useMemo(() => {
    const typesOf = ({ nodes }: (typeof entries)[number]) => nodes.map(({ type }) => type).join(' ');
    const types = new Set(entries.map(typesOf));
    const fit = new Set([...types].filter((all) => placeFor(editor, all.split(' ')).kind === 'place'));
    // What nothing can be made of any more can still be removed.
    return entries.filter((entry) => entry.nodes.length === 0 || fit.has(typesOf(entry)));
  }, [editor, entries, selection, meta, known]);
  const save = commandById('save-preset');
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
        label="Show all modules"
        checked={showsAll}
        onChange={(event) => setShowsAll(event.currentTarget.checked)}
      />
      {isEnabled(save, editor) && (
        <Button
          mx="sm"
          mb="xs"
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmarkPlus size={14} />}
          onClick={() => save.run(editor)}
        >
          Save selection as preset …
        </Button>
      )}
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
              .map((entry) =>
                group === SAVED ? (
                  <SavedCard key={entry.key} entry={entry} />
                ) : (
                  <PaletteCard key={entry.key} entry={entry} />
                ),
              )}
          </section>
        ))}
      </div>
    </>
  );
}

// A fragment cannot stand in itself.
function useFragments(self: string): readonly DocumentFacts[] {
  const { documents } = useEditor();
  const list = useStore(documents.state, (state) => state.list);
  useEffect(() => void documents.freshen(), [documents]);
  const found = (list ?? []).filter(
    ({ kind, id, trashedAt }) => kind === 'fragment' && id !== self && !trashedAt,
  );
  const names = JSON.stringify(found.map(({ id, name }) => [id, name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is new about them makes no other entries.
  return useMemo(() => found, [names]);
}
