import { Button } from '@mantine/core';
import { IconRestore, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { countWords, sizeWords } from './asset-words.ts';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';
import { MoveMenu } from './move-menu.tsx';

/** What can be done with several files at once. */
export function SeveralDetails({ assets }: { assets: readonly MediaAsset[] }) {
  const { library, mayWrite, pick, ask } = useLibraryTools();
  const [problem, setProblem] = useState<string>();
  const ids = assets.map(({ id }) => id);
  const bytes = assets.reduce((sum, asset) => sum + asset.bytes, 0);
  const folders = new Set(assets.map(({ folder }) => folder));
  const isTrash = assets.every(({ trashedAt }) => trashedAt !== undefined);
  return (
    <div className={css.details}>
      <h2 className={css.title}>{countWords(assets.length)} chosen</h2>
      <p className={css.hint}>
        {sizeWords(bytes)} together.{pick && ' This field takes one picture: select a single one to use it.'}
      </p>
      {mayWrite && (
        <div className={css.actions}>
          {isTrash ? (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconRestore size={14} stroke={1.5} aria-hidden />}
              onClick={() => library.restore(ids).catch((error: Error) => setProblem(error.message))}
            >
              Restore
            </Button>
          ) : (
            <>
              <MoveMenu
                ids={ids}
                current={folders.size === 1 ? assets[0]?.folder : 'several'}
                onProblem={setProblem}
              />
              <Button
                size="compact-xs"
                variant="default"
                c="var(--field-bad)"
                leftSection={<IconTrash size={14} stroke={1.5} aria-hidden />}
                onClick={() => ask({ kind: 'delete', ids })}
              >
                Delete
              </Button>
            </>
          )}
        </div>
      )}
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
