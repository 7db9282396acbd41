import { isWaiting } from '@vitrine/content';
import type { PreviewLink, ReleaseFacts } from '@vitrine/content/server';
import type { LinkShows, PreviewLinkFacts } from '../preview-links/preview-link-facts.ts';

/** Names for what links name by their ids. */
export interface LinkNames {
  readonly people: Readonly<Record<string, string>>;
  readonly releases: ReadonlyMap<string, ReleaseFacts>;
  readonly audiencesIn: (word: string) => readonly string[];
}

/** A link as people see it. Who has only this opens nothing: the signature is kept nowhere. */
export function linkFacts(link: PreviewLink, names: LinkNames): PreviewLinkFacts {
  const { id, channel, locale, path, currency, at, customerGroup, audience, madeAt, madeBy, ended } = link;
  return {
    id,
    ...shownBy(link, names),
    channel,
    locale,
    path,
    currency,
    ...(at && { at: at.toISOString() }),
    ...(customerGroup !== undefined && { customerGroup }),
    ...(audience !== undefined && { audiences: names.audiencesIn(audience) }),
    madeAt: madeAt.toISOString(),
    madeBy: names.people[madeBy] ?? '',
    expiresAt: link.expiresAt.toISOString(),
    ...(ended && { ended: { at: ended.at.toISOString(), by: names.people[ended.by] ?? '' } }),
  };
}

function shownBy({ document, release: id }: PreviewLink, { releases }: LinkNames): LinkShows {
  if (id === undefined) return { document };
  const release = releases.get(id);
  if (!release) return { release: { id, name: '', isOver: true } };
  const { name, at } = release;
  return { release: { id, name, ...(at && { at: at.toISOString() }), isOver: !isWaiting(release) } };
}
