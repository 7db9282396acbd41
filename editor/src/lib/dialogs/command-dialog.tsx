import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { placeFor } from '../commands/clipboard.ts';
import { type Command, isEnabled } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import { paletteEntries } from '../palette/palette-entries.ts';
import css from './dialogs.module.css';

/** Everything that can be done now, found by words. */
export function CommandDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(() => [...commands, ...insertions(editor)], [editor]);
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = all
    .filter((command) => isEnabled(command, editor))
    .filter(({ title, group }) =>
      words.every((word) => `${title} ${group}`.toLocaleLowerCase().includes(word)),
    )
    .slice(0, 60);
  const chosen = found[Math.min(at, found.length - 1)];

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.run(editor);
  }

  return (
    <div>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        px="md"
        leftSection={<IconSearch size={16} />}
        leftSectionWidth={40}
        role="combobox"
        aria-expanded
        aria-controls="vt-commands"
        aria-activedescendant={chosen && `vt-command-${chosen.id}`}
        aria-label="Search commands"
        placeholder="What would you like to do?"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0)
            setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
          else if (event.key === 'Enter') run(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <div className={css.commands} id="vt-commands" role="listbox" aria-label="Commands">
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={command.id}
            id={`vt-command-${command.id}`}
            ref={(element) => {
              if (command === chosen) element?.scrollIntoView({ block: 'nearest' });
            }}
            className={css.command}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            onClick={() => run(command)}
            onPointerMove={() => setAt(found.indexOf(command))}
          >
            <span>{command.title}</span>
            <span className={css.group}>
              {command.keys?.[0] ? <Kbd size="xs">{printedKeys(command.keys[0])}</Kbd> : command.group}
            </span>
          </div>
        ))}
        {found.length === 0 && <p className={css.nothing}>Nothing is called like that.</p>}
      </div>
    </div>
  );
}

function insertions(editor: ReturnType<typeof useEditor>): readonly Command[] {
  return paletteEntries(editor.catalogue.modules, []).map((entry) => ({
    id: `insert.${entry.key}`,
    title: `Add ${entry.group}: ${entry.title}`,
    group: 'Insert',
    capability: 'content.write',
    isEnabled: () => placeFor(editor, [entry.type]).kind === 'place',
    run() {
      const place = placeFor(editor, [entry.type]);
      if (place.kind === 'place') editor.insert(entry.nodes, place);
    },
  }));
}
