import { useView } from '../app/editor-context.tsx';
import { Palette } from '../palette/palette.tsx';
import { Outline } from './outline/outline.tsx';
import { PagesPanel } from './pages/pages-panel.tsx';
import css from './panels.module.css';

/** The panel on the left: one of several. */
export function LeftPanel() {
  const left = useView((view) => view.left);
  if (left === undefined) return null;
  return (
    <aside className={css.left}>
      {left === 'add' && <Palette />}
      {left === 'outline' && <Outline />}
      {left === 'pages' && <PagesPanel />}
    </aside>
  );
}
