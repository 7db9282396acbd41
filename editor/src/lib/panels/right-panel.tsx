import { later } from '@vitrine/ui';
import { useEditor, useNode, useView } from '../app/editor-context.tsx';
import { versionMark } from '../experiments/version-marks.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import css from './panels.module.css';
import { usePageFirst } from './use-page-first.ts';

const InstanceSettings = later(
  async () => (await import('./instance-settings.tsx')).InstanceSettings,
  undefined,
  { isPlain: true },
);
const DataInspector = later(async () => (await import('./data-inspector.tsx')).DataInspector);
const PageSettings = later(async () => (await import('./page-settings.tsx')).PageSettings);
const FragmentSettings = later(async () => (await import('./fragment-settings.tsx')).FragmentSettings);
const OutletSettings = later(async () => (await import('./outlet-settings.tsx')).OutletSettings);
const ReadersSection = later(
  async () => (await import('./readers/readers-section.tsx')).ReadersSection,
  null,
);

const VersionSection = later(
  async () => (await import('../experiments/version-section.tsx')).VersionSection,
  null,
);

const tabs = [
  { value: 'settings', label: 'Settings' },
  { value: 'data', label: 'Data' },
] as const;

/** The panel on the right: settings of what is selected, of the page when nothing is. */
export function RightPanel() {
  const editor = useEditor();
  const selection = useView((view) => view.selection);
  const right = useView((view) => view.right);
  const isPageThere = usePageFirst();
  const first = selection[0];
  const type = selection.length === 1 && first !== undefined ? editor.page.node(first)?.type : undefined;
  if (first === undefined)
    return (
      <aside className={css.right} aria-label="Settings">
        {isPageThere && <PageSettings />}
      </aside>
    );
  return (
    <aside className={css.right} aria-label="Settings">
      <Breadcrumbs id={first} />
      <div
        className={css.tabs}
        role="tablist"
        tabIndex={-1}
        aria-label="Of what is selected"
        onKeyDown={({ key, currentTarget }) => {
          if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
          const other = right === 'data' ? 'settings' : 'data';
          editor.view.set({ right: other });
          currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
        }}
      >
        {tabs.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className={css.tab}
            role="tab"
            data-tab={value}
            aria-selected={right === value}
            aria-controls="vt-settings"
            tabIndex={right === value ? 0 : -1}
            onClick={() => editor.view.set({ right: value })}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className={css.scroll}
        id="vt-settings"
        role="tabpanel"
        aria-label={right === 'data' ? 'Data' : 'Settings'}
      >
        {right !== 'data' && selection.length === 1 && <UnderTest id={first} />}
        {right === 'data' ? (
          <DataInspector id={first} />
        ) : type === 'fragment' ? (
          <FragmentSettings id={first} />
        ) : type === 'outlet' ? (
          <OutletSettings id={first} />
        ) : (
          <InstanceSettings ids={selection} />
        )}
        {right !== 'data' && type !== 'outlet' && <ReadersSection ids={selection} />}
      </div>
    </aside>
  );
}

// What says which version it is is fetched once there is one.
function UnderTest({ id }: { id: string }) {
  const mark = versionMark(useNode(id)?.audiences);
  return mark && <VersionSection key={mark.experiment} id={id} mark={mark} />;
}
