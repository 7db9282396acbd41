import {
  IconFiles,
  IconHistory,
  IconLayoutGridAdd,
  IconListCheck,
  IconListTree,
  IconMessage,
  IconPalette,
  IconPhoto,
} from '@tabler/icons-react';
import { hint, IconButton } from '@vitrine/ui';
import type { LeftPanel } from '../app/editor.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { findingCount, nameWithCount, RailCount, type RailCountFacts } from '../checks/rail-count.tsx';
import { useFindings } from '../checks/use-checks.ts';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import css from './panels.module.css';

const tabs: readonly { panel: LeftPanel; label: string; short?: string; Icon: typeof IconFiles }[] = [
  { panel: 'add', label: 'Add modules', short: 'Add', Icon: IconLayoutGridAdd },
  { panel: 'outline', label: 'Outline', Icon: IconListTree },
  { panel: 'pages', label: 'Pages', Icon: IconFiles },
  { panel: 'history', label: 'History', Icon: IconHistory },
  { panel: 'styles', label: 'Styles', Icon: IconPalette },
  { panel: 'checks', label: 'Checks', Icon: IconListCheck },
  { panel: 'comments', label: 'Comments', Icon: IconMessage },
];

/** Switches between what the panel beside it shows. */
export function LeftRail() {
  const editor = useEditor();
  const left = useView((view) => view.left);
  const counts: Partial<Record<LeftPanel, RailCountFacts>> = {
    checks: findingCount(useFindings()),
    comments: { count: useView((view) => view.openComments), verb: 'open' },
  };
  return (
    <nav className={css.rail} aria-label="Panels">
      {tabs.map(({ panel, label, short = label, Icon }) => {
        const count = counts[panel];
        const keys = commandById(`panel.${panel}`).keys?.[0];
        return (
          <IconButton
            key={panel}
            isLarge
            kind={left === panel ? 'light' : 'subtle'}
            aria-label={nameWithCount(label, count)}
            {...hint(keys ? `${label}  ${printedKeys(keys)}` : label, 'right')}
            aria-pressed={left === panel}
            data-short={short}
            onClick={() => commandById(`panel.${panel}`).run(editor)}
          >
            <Icon size={20} stroke={1.6} />
            <RailCount {...count} />
          </IconButton>
        );
      })}
      <IconButton
        isLarge
        aria-label="Media library"
        data-short="Media"
        {...hint('Media library  M', 'right')}
        onClick={() => commandById('media').run(editor)}
      >
        <IconPhoto size={20} stroke={1.6} />
      </IconButton>
    </nav>
  );
}
