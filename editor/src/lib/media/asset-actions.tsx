import { Button } from '@mantine/core';
import { IconDownload, IconReplace, IconRestore, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaAsset } from '../media-api/media-wire.ts';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { MoveMenu } from './move-menu.tsx';
import { UploadButton } from './upload-button.tsx';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

export function AssetActions({ asset }: { asset: MediaAsset }) {
  const { library, uploads, mayWrite, ask } = useLibraryTools();
  const [problem, setProblem] = useState<string>();
  const { id, folder, trashedAt } = asset;
  const button = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <div className={css.actions}>
      {mayWrite && trashedAt !== undefined && (
        <Button
          {...button}
          leftSection={<IconRestore {...icon} />}
          onClick={() => library.restore([id]).catch((error: Error) => setProblem(error.message))}
        >
          Restore
        </Button>
      )}
      {mayWrite && trashedAt === undefined && (
        <>
          <UploadButton isSingle onFiles={(files) => uploads.add(files, { replaces: id })}>
            {(open) => (
              <Button
                {...button}
                leftSection={<IconReplace {...icon} />}
                title="Another file takes its place on every page"
                onClick={open}
              >
                Replace everywhere
              </Button>
            )}
          </UploadButton>
          <MoveMenu ids={[id]} current={folder} onProblem={setProblem} />
        </>
      )}
      <Button
        {...button}
        component="a"
        href={`/editor/api/media/${id}/file`}
        leftSection={<IconDownload {...icon} />}
      >
        Download
      </Button>
      {mayWrite && trashedAt === undefined && (
        <Button
          {...button}
          c="var(--field-bad)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => ask({ kind: 'delete', ids: [id] })}
        >
          Delete
        </Button>
      )}
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
