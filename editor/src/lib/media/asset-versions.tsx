import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateAndTime } from '../app/when.ts';
import type { MediaAsset, MediaVersion } from '../media-api/media-wire.ts';
import { formatWords, sizeWords } from './asset-words.ts';
import css from './details.module.css';
import { useLibraryTools } from './library-context.ts';

/** The files before the one that is shown; each can be shown again. */
export function AssetVersions({
  asset,
  versions = [],
  isReadOnly,
}: {
  asset: MediaAsset;
  versions: readonly MediaVersion[] | undefined;
  isReadOnly: boolean;
}) {
  const { library } = useLibraryTools();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<number>();
  const earlier = versions.filter(({ revision }) => revision !== asset.revision);
  if (earlier.length === 0) return null;
  const revert = (revision: number) => {
    setProblem(undefined);
    setBusy(revision);
    library
      .revert(asset.id, revision)
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setBusy(undefined));
  };
  return (
    <section className={css.section} aria-label="Other files">
      <h3 className={css.heading}>Earlier files</h3>
      <ul className={css.versions}>
        {earlier.map(({ revision, name, mime, bytes, width, height, at, by }) => (
          <li key={revision}>
            <span className={css.version}>
              <span title={name}>{name}</span>
              <span className={css.quiet}>
                {[formatWords(mime), width && `${width} × ${height}`, sizeWords(bytes)]
                  .filter(Boolean)
                  .join(' · ')}
                <br />
                {[dateAndTime(new Date(at)), by].filter(Boolean).join(', ')}
              </span>
            </span>
            <a
              className={css.link}
              href={`/editor/api/media/${asset.id}/file?revision=${revision}`}
              aria-label={`Download the file of ${dateAndTime(new Date(at))}`}
            >
              Download
            </a>
            {!isReadOnly && (
              <Button
                size="compact-xs"
                variant="default"
                loading={busy === revision}
                aria-label={`Show the file of ${dateAndTime(new Date(at))} again`}
                onClick={() => revert(revision)}
              >
                Show again
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
