import { Tabs } from '@mantine/core';
import { later } from '@vitrine/ui';
import { useEditor, useView } from '../app/editor-context.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { InstanceSettings } from './instance-settings.tsx';
import css from './panels.module.css';

const DataInspector = later(async () => (await import('./data-inspector.tsx')).DataInspector);
const PageSettings = later(async () => (await import('./page-settings.tsx')).PageSettings);
const FragmentSettings = later(async () => (await import('./fragment-settings.tsx')).FragmentSettings);
const OutletSettings = later(async () => (await import('./outlet-settings.tsx')).OutletSettings);

/** The panel on the right: settings of what is selected, of the page when nothing is. */
export function RightPanel() {
  const editor = useEditor();
  const selection = useView((view) => view.selection);
  const right = useView((view) => view.right);
  const first = selection[0];
  const type = selection.length === 1 && first !== undefined ? editor.page.node(first)?.type : undefined;
  if (first === undefined)
    return (
      <aside className={css.right} aria-label="Settings">
        <PageSettings />
      </aside>
    );
  return (
    <aside className={css.right} aria-label="Settings">
      <Breadcrumbs id={first} />
      <Tabs
        value={right}
        onChange={(value) => editor.view.set({ right: value === 'data' ? 'data' : 'settings' })}
        display="flex"
        style={{ flexDirection: 'column', minHeight: 0, flex: 1 }}
      >
        <Tabs.List px="xs">
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
          <Tabs.Tab value="data">Data</Tabs.Tab>
        </Tabs.List>
        <div className={css.scroll}>
          {right === 'data' ? (
            <DataInspector id={first} />
          ) : type === 'fragment' ? (
            <FragmentSettings id={first} />
          ) : type === 'outlet' ? (
            <OutletSettings id={first} />
          ) : (
            <InstanceSettings ids={selection} />
          )}
        </div>
      </Tabs>
    </aside>
  );
}
