import { later } from '@vitrine/ui';
import { useView } from '../app/editor-context.tsx';
import css from './panels.module.css';
import { usePageFirst } from './use-page-first.ts';

const Palette = later(async () => (await import('../palette/palette.tsx')).Palette);
const Outline = later(async () => (await import('./outline/outline.tsx')).Outline);
const PagesPanel = later(async () => (await import('./pages/pages-panel.tsx')).PagesPanel);
const HistoryPanel = later(async () => (await import('./history/history-panel.tsx')).HistoryPanel);
const ChecksPanel = later(async () => (await import('../checks/checks-panel.tsx')).ChecksPanel);
const CommentsPanel = later(async () => (await import('../comments/comments-panel.tsx')).CommentsPanel);
const StylesPanel = later(async () => (await import('../styles/styles-panel.tsx')).StylesPanel);

/** The panel on the left: one of several. */
export function LeftPanel() {
  const left = useView((view) => view.left);
  const isPageThere = usePageFirst();
  if (left === undefined) return null;
  if (!isPageThere) return <aside className={css.left} />;
  return (
    <aside className={css.left}>
      {left === 'add' && <Palette />}
      {left === 'outline' && <Outline />}
      {left === 'pages' && <PagesPanel />}
      {left === 'history' && <HistoryPanel />}
      {left === 'styles' && <StylesPanel />}
      {left === 'checks' && <ChecksPanel />}
      {left === 'comments' && <CommentsPanel />}
    </aside>
  );
}
