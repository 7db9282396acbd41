import { Alert, Button, Loader, Modal } from '@mantine/core';
import type { PageDocument } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { ask } from '../../app/backend.ts';
import { useEditor, useView } from '../../app/editor-context.tsx';
import css from './history.module.css';
import { VersionView } from './version-view.tsx';

/** One version beside the document as it is now, over the whole window. */
export function VersionDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const seq = useView((view) => view.version);
  return (
    <Modal.Root opened={isOpen && seq !== undefined} onClose={onClose} fullScreen>
      <Modal.Overlay />
      <Modal.Content aria-label="Compare a version with now">
        <Modal.Body p={0} h="100%">
          {seq !== undefined && <Opened key={seq} seq={seq} onClose={onClose} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Opened({ seq, onClose }: { seq: number; onClose: () => void }) {
  const editor = useEditor();
  const [version, setVersion] = useState<PageDocument | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { id } = editor.open;
  useEffect(() => {
    const stop = new AbortController();
    const path = `documents/${encodeURIComponent(id)}/versions/${seq}`;
    ask<{ document: PageDocument }>(path, { signal: stop.signal }).then(
      ({ document }) => setVersion(document),
      (error: Error) => stop.signal.aborted || setProblem(error.message),
    );
    return () => stop.abort();
  }, [id, seq]);
  if (version) return <VersionView seq={seq} version={version} onClose={onClose} />;
  return (
    <div className={css.middle}>
      {problem === undefined ? (
        <Loader size="sm" role="img" aria-label="The version is being fetched" />
      ) : (
        <Alert color="red" role="alert" title="The version could not be opened">
          {problem}
          <Button mt="sm" size="compact-sm" variant="light" color="red" onClick={onClose}>
            Close
          </Button>
        </Alert>
      )}
    </div>
  );
}
