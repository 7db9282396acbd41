import { IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useEditor, useMeta, useNode } from '../app/editor-context.tsx';
import css from './panels.module.css';

/** What is around the selected module, up to the page. */
export function Breadcrumbs({ id }: { id: string }) {
  const editor = useEditor();
  const meta = useMeta();
  useNode(id);
  const trail = [...editor.page.ancestors(id), id];
  return (
    <nav className={css.crumbs} aria-label="Where the module stands">
      <button type="button" className={css.crumb} onClick={() => editor.select([])}>
        {meta.name}
      </button>
      {trail.map((each) => (
        <Fragment key={each}>
          <IconChevronRight size={12} aria-hidden />
          <button
            type="button"
            className={css.crumb}
            aria-current={each === id || undefined}
            onClick={() => editor.select([each])}
          >
            {editor.nameOf(each)}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
