import { Alert, Button, Loader, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useDocumentList } from '../app/documents-context.tsx';
import { useEditor } from '../app/editor-context.tsx';
import { PastRows } from '../app/past-rows.tsx';
import { isOpenLink, type PreviewLinkFacts } from './preview-link-facts.ts';
import { PreviewLinkRow } from './preview-link-row.tsx';
import css from './preview-links.module.css';
import type { PreviewLinks } from './use-preview-links.ts';

/** The links that were made, of this page or of all; those that work first. */
export function PreviewLinkList({ links, problem, load, end }: PreviewLinks) {
  const editor = useEditor();
  const documents = useDocumentList();
  const [scope, setScope] = useState<'page' | 'all'>('page');
  const heading = useRef<HTMLHeadingElement>(null);
  const now = new Date();
  const planned = documents?.find(({ id }) => id === editor.open.id)?.planned ?? [];
  const ofPage =
    links?.filter(
      ({ document, release }) => document === editor.open.id || planned.some(({ id }) => id === release?.id),
    ) ?? [];
  const shown = scope === 'page' ? ofPage : (links ?? []);
  const open = shown.filter((link) => isOpenLink(link, now));
  const over = shown.filter((link) => !isOpenLink(link, now));
  const nameOf = ({ document, release }: PreviewLinkFacts) => {
    if (release) return release.name === '' ? 'A release that is over' : `Release “${release.name}”`;
    return documents?.find(({ id }) => id === document)?.name ?? (documents ? 'A page that is gone' : '…');
  };

  async function endOne(link: PreviewLinkFacts) {
    await end(link.id);
    heading.current?.focus();
    editor.say(`The link to ${nameOf(link)} opens nothing any more.`);
  }

  const rows = (list: typeof shown) => (
    <ul className={css.rows}>
      {list.map((link) => (
        <PreviewLinkRow
          key={link.id}
          link={link}
          name={nameOf(link)}
          isNamed={scope === 'all' || link.release !== undefined}
          isOpen={isOpenLink(link, now)}
          catalogue={editor.catalogue}
          onEnd={() => endOne(link)}
        />
      ))}
    </ul>
  );

  return (
    <section className={css.list} aria-labelledby="preview-links-made">
      <div className={css.head}>
        <h3 className={css.title} id="preview-links-made" ref={heading} tabIndex={-1}>
          Links that were made
        </h3>
        <SegmentedControl
          size="xs"
          aria-label="Links of"
          data={[
            { value: 'page', label: 'This page' },
            { value: 'all', label: 'All' },
          ]}
          value={scope}
          onChange={(value) => setScope(value === 'all' ? 'all' : 'page')}
        />
      </div>
      {problem !== undefined && (
        <Alert color="red" role="alert" title="The links could not be fetched">
          {problem}
          <Button mt="xs" size="compact-sm" variant="light" color="red" onClick={() => void load()}>
            Try again
          </Button>
        </Alert>
      )}
      {!links && problem === undefined && (
        <div className={css.waiting}>
          <Loader size="sm" role="img" aria-label="The links are being fetched" />
        </div>
      )}
      {links && open.length === 0 && (
        <p className={css.empty}>
          {scope === 'page' ? 'No link to this page works at the moment.' : 'No link works at the moment.'}
        </p>
      )}
      {open.length > 0 && rows(open)}
      <PastRows count={over.length} rows={() => rows(over)} />
    </section>
  );
}
