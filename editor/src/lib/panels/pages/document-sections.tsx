import { ActionIcon, Loader, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentFacts } from '../../app/backend.ts';
import { useDocumentList, useDocuments } from '../../app/documents-context.tsx';
import { useStore } from '../../app/store.ts';
import type { DocumentRights } from './document-menu.tsx';
import { DocumentTree } from './document-tree.tsx';
import { ListProblem } from './list-problem.tsx';
import { pageRows } from './page-rows.ts';
import css from './pages.module.css';

const kinds = [
  { kind: 'page', title: 'Pages', hint: 'The shop has no page yet. Make the first one.' },
  {
    kind: 'fragment',
    title: 'Fragments',
    hint: 'A fragment is a piece that several pages share: change it once, and it changes on all of them.',
  },
  { kind: 'template', title: 'Templates', hint: '' },
  { kind: 'layout', title: 'Layouts', hint: '' },
] as const;

export interface DocumentSectionsProps {
  readonly size: 'panel' | 'wide';
  /** `<channel>/<locale>` whose addresses are shown. */
  readonly place: string;
  readonly words: string;
  readonly current?: string;
  readonly rights: DocumentRights;
  readonly onOpen: (id: string) => void;
}

/** All documents of the shop, by kind. */
export function DocumentSections(props: DocumentSectionsProps) {
  const { words } = props;
  const documents = useDocuments();
  const list = useDocumentList();
  const problem = useStore(documents.state, (state) => state.problem);
  const [said, setSaid] = useState('');
  if (!list)
    return problem === undefined ? (
      <div className={css.waiting} role="status" aria-label="The pages are being fetched">
        <Loader size="sm" />
      </div>
    ) : (
      <ListProblem problem={problem} />
    );
  const shown = kinds.filter(
    ({ kind, hint }) => has(list, kind, words) || (words.trim() === '' && hint !== ''),
  );
  return (
    <>
      {problem !== undefined && <ListProblem problem={problem} />}
      {shown.length === 0 && <p className={css.hint}>Nothing is called like “{words.trim()}”.</p>}
      {shown.map(({ kind, title, hint }) => (
        <section key={kind} aria-label={title}>
          <div className={css.head} data-size={props.size}>
            <h3 className={css.heading}>{title}</h3>
            {props.rights.canWrite && (kind === 'page' || kind === 'fragment') && <NewButton kind={kind} />}
          </div>
          {has(list, kind, words) ? (
            <DocumentTree
              {...props}
              list={list}
              kind={kind}
              label={title}
              current={props.current}
              onSay={setSaid}
            />
          ) : (
            <p className={css.hint}>{hint}</p>
          )}
        </section>
      ))}
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
    </>
  );
}

function NewButton({ kind }: { kind: 'page' | 'fragment' }) {
  const documents = useDocuments();
  const label = kind === 'page' ? 'New page' : 'New fragment';
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        onClick={() => documents.show({ kind: kind === 'page' ? 'new-page' : 'new-fragment' })}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function has(list: readonly DocumentFacts[], kind: DocumentFacts['kind'], words: string): boolean {
  return pageRows(list, kind, { folded: new Set(), words }).length > 0;
}
