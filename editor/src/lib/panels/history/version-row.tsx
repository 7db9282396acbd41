import { IconBookmark, IconHistory, IconWorld } from '@tabler/icons-react';
import type { VersionFacts } from '../../app/backend.ts';
import { timeOfDay } from '../../app/when.ts';
import css from './history.module.css';
import { VersionPicture } from './version-picture.tsx';
import type { VersionPictures } from './version-pictures.ts';

const kinds = {
  auto: { Icon: IconHistory, label: 'Kept automatically' },
  named: { Icon: IconBookmark, label: 'Kept' },
  published: { Icon: IconWorld, label: 'Published' },
} as const;

/** What a version is called. */
export function versionTitle({ kind, name }: VersionFacts): string {
  return name ?? kinds[kind].label;
}

export function VersionRow({
  version,
  pictures,
  isOpen,
  onOpen,
}: {
  version: VersionFacts;
  pictures: VersionPictures;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { kind, at, by } = version;
  const { Icon } = kinds[kind];
  return (
    <li>
      <button
        type="button"
        className={css.version}
        data-kind={kind}
        data-open={isOpen || undefined}
        onClick={onOpen}
      >
        <VersionPicture seq={version.seq} pictures={pictures} />
        <span className={css.versionText}>
          <span className={css.versionTitle}>
            <Icon size={14} stroke={1.8} aria-hidden />
            {versionTitle(version)}
          </span>
          <small>
            <time dateTime={at}>{timeOfDay(new Date(at))}</time>
            {by !== '' && ` · ${by}`}
          </small>
        </span>
      </button>
    </li>
  );
}
