import type { MouseEvent } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { addressOf, goTo } from '../app/location.ts';
import type { MediaUses } from '../media-api/media-wire.ts';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { type UsedDocument, usedDocuments } from './used-documents.ts';

/** Pages, pieces and products that show it. */
export function AssetUses({ uses }: { uses: MediaUses['uses'] | undefined }) {
  const found = uses && usedDocuments(uses);
  return (
    <section className={css.section} aria-label="Where it is used">
      <h3 className={css.heading}>Used on</h3>
      {!found && <p className={css.hint}>Being looked for …</p>}
      {found?.length === 0 && <p className={css.hint}>No page and no product shows it.</p>}
      {found && found.length > 0 && (
        <ul className={css.uses}>
          {found.map((use) => (
            <li key={use.id}>
              <Use use={use} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Use({ use }: { use: UsedDocument }) {
  return use.isProduct ? <ProductUse use={use} /> : <DocumentUse use={use} />;
}

function ProductUse({ use }: { use: UsedDocument }) {
  return (
    <a
      className={css.use}
      href={`/office/products/${encodeURIComponent(use.id)}?part=pictures`}
      target="_blank"
      rel="noreferrer"
    >
      <span>{use.name}</span>
      <span className={css.quiet}>{use.state === 'published' ? 'Product' : 'Product, not published'}</span>
    </a>
  );
}

function DocumentUse({ use }: { use: UsedDocument }) {
  const editor = useEditor();
  const { close } = useLibraryTools();
  const open = (event: MouseEvent) => {
    // With a key held, the browser opens it elsewhere.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    if (use.id === editor.open.id) editor.select(use.nodes.slice(0, 1).filter((id) => editor.page.has(id)));
    else goTo(use.id);
  };
  const modules = use.modules.map((id) => editor.describe(id)?.title ?? id).join(', ');
  return (
    <a className={css.use} href={addressOf(use.id)} onClick={open}>
      <span>{use.name}</span>
      <span className={css.quiet}>{[modules, use.state].filter(Boolean).join(' · ')}</span>
    </a>
  );
}
