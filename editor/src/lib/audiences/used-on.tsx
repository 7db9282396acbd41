import { Anchor } from '@mantine/core';
import type { AudienceUse } from '../app/backend.ts';
import { addressOf } from '../app/location.ts';
import css from './audiences.module.css';

/** The documents that name something, each a link to it. */
export function UsedOn({ uses, onOpen }: { uses: readonly AudienceUse[]; onOpen: (id: string) => void }) {
  if (uses.length === 0) return <p className={css.note}>On no page yet.</p>;
  return (
    <p className={css.note}>
      {'On '}
      {uses.map(({ document: { id, name }, inDraft, isPublished }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Anchor
            href={addressOf(id)}
            inherit
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(id);
            }}
          >
            {name}
          </Anchor>
          {!inDraft ? ' (only for shoppers)' : !isPublished && ' (not published)'}
        </span>
      ))}
    </p>
  );
}
