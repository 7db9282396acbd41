import { IconBookmark, IconHistory, IconWorld } from '@tabler/icons-react';
import type { VersionFacts } from '../../app/backend.ts';
import { timeOfDay } from '../../app/when.ts';
import css from './history.module.css';

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
  isOpen,
  onOpen,
}: {
  version: VersionFacts;
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
        <Icon size={16} stroke={1.6} aria-hidden />
        <span className={css.versionText}>
          <span className={css.versionTitle}>{versionTitle(version)}</span>
          <small>
            <time dateTime={at}>{timeOfDay(new Date(at))}</time>
            {by !== '' && ` · ${by}`}
          </small>
        </span>
      </button>
    </li>
  );
}
