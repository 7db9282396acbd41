import { EVERYONE } from '@vitrine/content';
import { canonicalPath } from './canonical-path.ts';
import type { RuntimeChannel } from './channel.ts';
import type { Visit } from './stages.ts';
import type { Visitor } from './visitor/visitor.ts';

const LONGEST_PATH = 1024;
const LONGEST_QUERY = 4096;

export type Refused = { readonly kind: 'refused'; readonly status: 400 | 414; readonly reason: string };

/** The market a request speaks to and the path it asks for, or why it cannot be read. */
export function readVisit(
  url: URL,
  {
    channel,
    visitor,
    customerGroup = 'anyone',
    audience = EVERYONE,
    preview = false,
  }: {
    channel: RuntimeChannel;
    visitor: Visitor;
    customerGroup?: string;
    audience?: string;
    preview?: boolean;
  },
): Visit | Refused {
  if (url.pathname.length > LONGEST_PATH || url.search.length > LONGEST_QUERY)
    return { kind: 'refused', status: 414, reason: 'This address is too long.' };
  const place = canonicalPath(url.pathname, channel);
  if (place.kind === 'malformed')
    return { kind: 'refused', status: 400, reason: 'This address cannot be read.' };
  const { path, locale, moved } = place;
  const wanted = visitor.currency;
  const currency =
    wanted !== undefined && channel.currencies.includes(wanted) ? wanted : channel.currencies[0]!;
  return {
    url,
    channel,
    locale,
    path,
    moved,
    currency,
    customerGroup,
    audience,
    preview,
  };
}
