import { Alert, Button, Loader } from '@mantine/core';
import { isWaiting } from '@vitrine/content';
import { PastRows } from '../app/past-rows.tsx';
import type { LinkCatalogue } from '../preview-links/link-words.ts';
import type { ReleaseRights } from './release-facts.ts';
import { ReleaseRow } from './release-row.tsx';
import css from './releases.module.css';
import { useReleases } from './use-releases.ts';

/** What is planned, the next first; below it what went live or was cancelled lately. */
export function ReleaseList({
  catalogue,
  may,
  onOpen,
}: {
  catalogue: LinkCatalogue;
  may: ReleaseRights;
  onOpen: (id: string) => void;
}) {
  const { releases, problem, load, change } = useReleases();
  if (problem !== undefined)
    return (
      <Alert color="red" role="alert" title="What is planned could not be fetched">
        {problem}
        <Button mt="xs" size="compact-sm" variant="light" color="red" onClick={() => void load()}>
          Try again
        </Button>
      </Alert>
    );
  if (!releases)
    return (
      <div className={css.loading}>
        <Loader size="sm" role="img" aria-label="What is planned is being fetched" />
      </div>
    );
  const waiting = releases.filter(isWaiting);
  const over = releases.filter((release) => !isWaiting(release));
  const rows = (list: typeof releases) => (
    <ul className={css.rows}>
      {list.map((release) => (
        <ReleaseRow
          key={release.id}
          release={release}
          catalogue={catalogue}
          may={may}
          onOpen={onOpen}
          onChange={(wish) => change(release.id, wish)}
        />
      ))}
    </ul>
  );
  return (
    <section aria-label="Planned" className={css.list}>
      {waiting.length > 0 ? (
        rows(waiting)
      ) : (
        <p className={css.empty}>
          Nothing is planned.{' '}
          {may.publish &&
            'Open a page, press Publish, and choose Later: it goes live at its time, alone or with others.'}
        </p>
      )}
      <PastRows count={over.length} rows={() => rows(over)} />
    </section>
  );
}
