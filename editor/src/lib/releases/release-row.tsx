import { ActionIcon, Alert, Anchor, Badge } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { isWaiting } from '@vitrine/content';
import { hint } from '@vitrine/ui';
import { useState } from 'react';
import { addressOf } from '../app/location.ts';
import { releaseAddress } from '../app/preview-address.ts';
import { dateAndTime, timeAgo } from '../app/when.ts';
import type { LinkCatalogue } from '../preview-links/link-words.ts';
import { WeakPairs } from '../styles/weak-pairs.tsx';
import type { ReleaseWish } from './change-releases.ts';
import { ReleaseActions } from './release-actions.tsx';
import type { ReleaseFacts, ReleaseItemFacts, ReleaseRights } from './release-facts.ts';
import css from './releases.module.css';
import { useReleaseCheck } from './use-release-check.ts';

const states = {
  planned: { label: 'planned', colour: 'blue' },
  failed: { label: 'not live', colour: 'red' },
  published: { label: 'done', colour: 'green' },
  cancelled: { label: 'cancelled', colour: 'gray' },
} as const;

/** One release: when, what goes live with it, what stands against it, and what can be done. */
export function ReleaseRow({
  release,
  catalogue,
  may,
  onOpen,
  onChange,
}: {
  release: ReleaseFacts;
  catalogue: LinkCatalogue;
  may: ReleaseRights;
  onOpen: (id: string) => void;
  /** Rejects with a sentence when it was refused. */
  onChange: (wish: ReleaseWish) => Promise<void>;
}) {
  const { name, state, items, kept, problem } = release;
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const { problem: against, weak = [] } = useReleaseCheck(release);
  const waits = isWaiting(release);

  function change(wish: ReleaseWish): Promise<void> {
    setRefused(undefined);
    return onChange(wish).catch((error: Error) => setRefused(error.message));
  }

  return (
    <li className={css.release} aria-label={name}>
      <div className={css.head}>
        <h3 className={css.name}>{name}</h3>
        <Badge size="sm" variant="light" color={states[state].colour}>
          {states[state].label}
        </Badge>
        <span className={css.when}>{whenWords(release)}</span>
      </div>
      <ul className={css.items} aria-label={`What goes with ${name}`}>
        {items.map((item) => (
          <Item
            key={item.document}
            item={item}
            lookAt={waits ? releaseAddress(release, item, catalogue.channels) : undefined}
            canTakeOut={waits && may.publish}
            onNewest={waits && may.publish && item.isEdited ? () => void change({ newest: item }) : undefined}
            onOpen={() => onOpen(item.document)}
            onTakeOut={() => void change({ without: item.document })}
          />
        ))}
      </ul>
      {kept.length > 0 && (
        <p className={css.note}>
          {kept.join(', ')} {kept.length === 1 ? 'was' : 'were'} published or taken offline by hand after it
          was planned. That is newer, and stayed.
        </p>
      )}
      {problem !== undefined && (
        <Alert color="red" variant="light" title="It could not go live; nothing of it did">
          {problem}
        </Alert>
      )}
      {problem === undefined && against !== undefined && (
        <Alert color="yellow" variant="light" title="As things are now it could not go live">
          {against}
        </Alert>
      )}
      {(['light', 'dark'] as const).map((scheme) => (
        <WeakPairs
          key={scheme}
          pairs={weak.filter((pair) => pair.scheme === scheme)}
          tokens={[]}
          title={`Hard to read for some, in ${scheme} colours`}
        />
      ))}
      {refused !== undefined && refused !== problem && (
        <Alert color="red" role="alert" title="It stays as it was">
          {refused}
        </Alert>
      )}
      {waits && (may.publish || may.share) && (
        <ReleaseActions release={release} catalogue={catalogue} may={may} onChange={change} />
      )}
    </li>
  );
}

function Item({
  item: { document, kind, name, action, plannedBy, plannedAt, isEdited },
  lookAt,
  canTakeOut,
  onNewest,
  onOpen,
  onTakeOut,
}: {
  item: ReleaseItemFacts;
  /** Where it is shown as it will be. */
  lookAt: string | undefined;
  canTakeOut: boolean;
  /** Plans it as it is now. Absent = it is that, or who looks may not. */
  onNewest: (() => void) | undefined;
  onOpen: () => void;
  onTakeOut: () => void;
}) {
  return (
    <li className={css.item}>
      <span className={css.itemWords}>
        {kind === 'styles' ? (
          <span className={css.itemName}>{name}</span>
        ) : (
          <Anchor
            href={addressOf(document)}
            size="sm"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen();
            }}
          >
            {name}
          </Anchor>
        )}
        <small>
          {action === 'unpublish' && 'goes offline · '}
          {kind === 'styles' && 'of the whole shop · '}
          {`as ${plannedBy || 'somebody'} planned it ${timeAgo(new Date(plannedAt))}`}
        </small>
        {isEdited && (
          <small className={css.edited}>
            edited since: the release shows it as it was planned
            {onNewest && (
              <>
                {' · '}
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  aria-label={`Take the newest in: ${name}`}
                  onClick={onNewest}
                >
                  Take the newest in
                </Anchor>
              </>
            )}
          </small>
        )}
      </span>
      {lookAt !== undefined && (
        <ActionIcon
          component="a"
          href={lookAt}
          target="_blank"
          rel="noopener"
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Look at ${name} as it will be`}
          {...hint('Look at it as it will be')}
        >
          <IconExternalLink size={14} />
        </ActionIcon>
      )}
      {canTakeOut && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={`Take ${name} out`}
          {...hint('Take it out')}
          onClick={onTakeOut}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

function whenWords({ at, ended }: ReleaseFacts): string {
  if (ended) return `${timeAgo(new Date(ended.at))}, ${ended.by || 'somebody'}`;
  return at === undefined ? 'when somebody publishes it' : dateAndTime(new Date(at));
}
