import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { MountedRichText } from '../mount-rich-text.ts';
import type { BlockFormat, TextState } from '../text-format.ts';
import { keepFocus } from './keep-focus.ts';
import css from './rich-text-toolbar.module.css';
import { blockNames, printKeys } from './toolbar-items.ts';

/** What kind of block the caret is in. A list is none of them and is chosen beside it. */
export function BlockMenu({ text, state }: { text: MountedRichText; state: TextState }) {
  const offered = blockNames.filter(({ block }) => block === 'paragraph' || text.formats.has(block as 'h2'));
  if (offered.length < 2) return null;
  const current = offered.find(({ block }) => block === state.block)?.name ?? listName(state.block);
  return (
    <Menu position="bottom-start" returnFocus={false} withinPortal shadow="md" width={248}>
      <Menu.Target>
        <button
          type="button"
          className={css.block}
          aria-label={`Kind of text: ${current}`}
          onMouseDown={keepFocus}
        >
          {current}
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={state.block ?? ''} onChange={(block) => choose(text, block as BlockFormat)}>
          {offered.map(({ block, name, keys }) => (
            <Menu.RadioItem
              key={block}
              value={block}
              rightSection={<span className={css.keys}>{printKeys(keys)}</span>}
            >
              <span data-block={block} className={css.sample}>
                {name}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function choose(text: MountedRichText, block: BlockFormat): void {
  text.run({ kind: 'block', block });
  text.focus();
}

function listName(block: BlockFormat | undefined): string {
  if (block === undefined) return 'Several';
  return block === 'number' ? 'Numbered list' : 'Bullet list';
}
