import {
  IconBold,
  IconClearFormatting,
  IconCode,
  IconIndentDecrease,
  IconIndentIncrease,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconStrikethrough,
  IconUnderline,
  type TablerIcon,
} from '@tabler/icons-react';
import type { MountedRichText } from '../mount-rich-text.ts';
import type { BlockFormat, Mark, TextFormat, TextState } from '../text-format.ts';

export interface ToolbarItem {
  readonly label: string;
  /** As `mod+b`. */
  readonly keys?: string;
  readonly Icon: TablerIcon;
  readonly format?: TextFormat;
  /** Absent: the item does something and is nothing that can be on. */
  readonly isOn?: (state: TextState) => boolean;
  readonly isOff?: (state: TextState) => boolean;
  readonly act: (text: MountedRichText) => void;
}

const mark = (format: Mark, label: string, keys: string, Icon: TablerIcon): ToolbarItem => ({
  label,
  keys,
  Icon,
  format,
  isOn: ({ marks }) => marks.has(format),
  act: (text) => text.run({ kind: 'mark', mark: format }),
});

const list = (format: 'bullet' | 'number', label: string, keys: string, Icon: TablerIcon): ToolbarItem => ({
  label,
  keys,
  Icon,
  format,
  isOn: ({ block }) => block === format,
  act: (text) => text.run({ kind: 'block', block: format }),
});

const isNoList = ({ block }: TextState): boolean => block !== 'bullet' && block !== 'number';

/** In the order of the toolbar; a group each. */
export const toolbarGroups: readonly (readonly ToolbarItem[])[] = [
  [
    mark('bold', 'Bold', 'mod+b', IconBold),
    mark('italic', 'Italic', 'mod+i', IconItalic),
    mark('underline', 'Underline', 'mod+u', IconUnderline),
    mark('strikethrough', 'Strikethrough', 'mod+shift+x', IconStrikethrough),
    mark('code', 'Code', 'mod+e', IconCode),
  ],
  [
    list('bullet', 'Bullet list', 'mod+shift+8', IconList),
    list('number', 'Numbered list', 'mod+shift+7', IconListNumbers),
    {
      label: 'Move item out',
      keys: 'shift+tab',
      Icon: IconIndentDecrease,
      format: 'bullet',
      isOff: isNoList,
      act: (text) => text.run({ kind: 'outdent' }),
    },
    {
      label: 'Move item in',
      keys: 'tab',
      Icon: IconIndentIncrease,
      format: 'bullet',
      isOff: isNoList,
      act: (text) => text.run({ kind: 'indent' }),
    },
  ],
  [
    {
      label: 'Link',
      keys: 'mod+k',
      Icon: IconLink,
      format: 'link',
      isOn: ({ link }) => link !== undefined,
      act: (text) => void text.askForLink(),
    },
    {
      label: 'Clear formatting',
      keys: 'mod+\\',
      Icon: IconClearFormatting,
      act: (text) => text.run({ kind: 'clear' }),
    },
  ],
];

export const blockNames: readonly {
  readonly block: BlockFormat;
  readonly name: string;
  readonly keys: string;
}[] = [
  { block: 'paragraph', name: 'Paragraph', keys: 'mod+alt+0' },
  { block: 'h2', name: 'Heading 2', keys: 'mod+alt+2' },
  { block: 'h3', name: 'Heading 3', keys: 'mod+alt+3' },
  { block: 'h4', name: 'Heading 4', keys: 'mod+alt+4' },
  { block: 'quote', name: 'Quote', keys: 'mod+shift+9' },
];

/** As they stand on the keyboard before the person. */
export function printKeys(keys: string): string {
  const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);
  const names: Readonly<Record<string, string>> = isApple
    ? { mod: '⌘', alt: '⌥', shift: '⇧', tab: '⇥' }
    : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', tab: 'Tab' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key.toUpperCase())
    .join(isApple ? '' : '+');
}
