import { Alert, Button, CloseButton, Loader } from '@mantine/core';
import { useMemo } from 'react';
import { useEditor, useView } from '../../app/editor-context.tsx';
import panel from '../panels.module.css';
import { groupByDay } from './group-by-day.ts';
import css from './history.module.css';
import { KeepVersion } from './keep-version.tsx';
import { useVersions } from './use-versions.ts';
import { createVersionPictures } from './version-pictures.ts';
import { VersionRow } from './version-row.tsx';

/** What the document looked like before: opened, a version is compared with now. */
export function HistoryPanel() {
  const editor = useEditor();
  const { versions, problem, load } = useVersions(editor.open.id);
  const pictures = useMemo(() => createVersionPictures(editor.open.id), [editor.open.id]);
  const opened = useView((view) => (view.dialog === 'versions' ? view.version : undefined));
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>History</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      {editor.canWrite && <KeepVersion onKept={load} />}
      <div className={panel.scroll}>
        {problem !== undefined && (
          <Alert color="red" m="sm" role="alert" title="The versions could not be fetched">
            {problem}
            <Button mt="xs" size="compact-sm" variant="light" color="red" onClick={() => void load()}>
              Try again
            </Button>
          </Alert>
        )}
        {!versions && problem === undefined && (
          <div className={css.waiting} role="status" aria-label="The versions are being fetched">
            <Loader size="sm" />
          </div>
        )}
        {versions?.length === 0 && (
          <p className={panel.empty}>
            No version is kept yet. One is kept after every five minutes of work, whenever the page is
            published, and whenever you want it.
          </p>
        )}
        {groupByDay(versions ?? []).map(({ title, versions: each }) => (
          <section key={title} aria-label={title}>
            <h3 className={css.day}>{title}</h3>
            <ul className={css.list}>
              {each.map((version) => (
                <VersionRow
                  key={version.seq}
                  version={version}
                  pictures={pictures}
                  isOpen={version.seq === opened}
                  onOpen={() => editor.view.set({ dialog: 'versions', version: version.seq })}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
