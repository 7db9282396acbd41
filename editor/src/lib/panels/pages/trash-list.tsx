import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentFacts } from '../../app/backend.ts';
import { useDocumentList, useDocuments } from '../../app/documents-context.tsx';
import { timeAgo } from '../../app/when.ts';
import css from './pages.module.css';

const kinds = { page: 'Page', template: 'Template', fragment: 'Fragment', layout: 'Layout' } as const;

export function inTrash(list: readonly DocumentFacts[]): readonly DocumentFacts[] {
  return list
    .filter(({ trashedAt }) => trashedAt)
    .toSorted((one, other) => (one.trashedAt! < other.trashedAt! ? 1 : -1));
}

/** What was thrown away, latest first. */
export function TrashList({ words, canWrite }: { words: string; canWrite: boolean }) {
  const list = useDocumentList();
  const wanted = words.trim().toLocaleLowerCase();
  const found = inTrash(list ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  if (found.length === 0)
    return (
      <p className={css.hint}>
        {wanted ? 'Nothing in the trash is called like that.' : 'The trash is empty.'}
      </p>
    );
  return (
    <ul className={css.trash} aria-label="Trash">
      {found.map((document) => (
        <Trashed key={document.id} document={document} canWrite={canWrite} />
      ))}
    </ul>
  );
}

function Trashed({ document, canWrite }: { document: DocumentFacts; canWrite: boolean }) {
  const documents = useDocuments();
  const [state, setState] = useState<'lies' | 'comes' | { readonly problem: string }>('lies');
  const { id, name, kind, trashedAt = '' } = document;

  function restore() {
    setState('comes');
    documents.restore(id).catch((error: Error) => setState({ problem: error.message }));
  }

  return (
    <li className={css.trashed}>
      <span className={css.trashedName}>
        {name}
        <small>
          {typeof state === 'object'
            ? state.problem
            : `${kinds[kind]}, thrown away ${timeAgo(new Date(trashedAt))}`}
        </small>
      </span>
      {canWrite && (
        <Button
          size="compact-xs"
          variant="default"
          loading={state === 'comes'}
          onClick={restore}
          aria-label={`Bring back ${name}`}
        >
          Bring back
        </Button>
      )}
    </li>
  );
}
