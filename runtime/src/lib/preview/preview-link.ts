import { z } from 'zod';
import { encodePath } from '../canonical-path.ts';
import { localePrefix, type RuntimeChannel } from '../channel.ts';
import { localAddress } from '../page-address.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';

/** What a link lets anybody see who has it. */
export type PreviewGrant = GrantFacts &
  (
    | { readonly document: string; readonly release?: undefined }
    /** Id of something planned: all its pages in the channel, as they will be. */
    | { readonly release: string; readonly document?: undefined }
  );

interface GrantFacts {
  /** Of the link, by which it can be ended before its time: letters, digits, `-` and `_`. */
  readonly id: string;
  readonly channel: string;
  /** Where it is opened; of a document it opens nothing else. */
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
  readonly currency: string;
  /** Prices, and what is sold, are those of then; absent = of whenever the link is opened, or of when what is planned is to be. */
  readonly at?: Date;
  /** As customers of this group see it; absent = as those in none do. */
  readonly customerGroup?: string;
  /** As visitors of just these audiences and versions see it, as one word; absent = as everybody does. */
  readonly audience?: string;
  readonly expiresAt: Date;
}

// A value signed for something else, a cart say, must not open a page.
const PURPOSE = 'preview-link';
const ID = /^[\w-]{1,40}$/;
const more = z.object({
  release: z.string().optional(),
  customerGroup: z.string().optional(),
  audience: z.string().optional(),
});
// Links that were made before there was more to say end with the moment.
const stored = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number().nullable(),
  more.optional(),
]);

/** The address that shows what is granted; what is signed begins with the id. @throws when there is no such channel, or the id is none. */
export function previewLink(
  grant: PreviewGrant,
  { signer, channels }: { readonly signer: ValueSigner; readonly channels: readonly RuntimeChannel[] },
): string {
  const { id, document = '', channel: channelId, locale, path, currency, at, expiresAt } = grant;
  const channel = channels.find((each) => each.id === channelId);
  if (!channel)
    throw new Error(
      `There is no channel "${channelId}". Channels: ${channels.map((each) => each.id).join(', ')}.`,
    );
  if (!ID.test(id))
    throw new Error(`"${id}" is no id of a preview link: expected 1 to 40 of A-Z a-z 0-9 - _.`);
  const { release, customerGroup, audience } = grant;
  const value = JSON.stringify([
    document,
    channelId,
    locale,
    path,
    currency,
    expiresAt.getTime(),
    at?.getTime() ?? null,
    { release, customerGroup, audience },
  ]);
  const token = signer.sign(PURPOSE, `${id}.${Buffer.from(value).toString('base64url')}`);
  return `${channel.origin ?? ''}${previewAddress({ locale, path }, channel)}?_preview=${token}`;
}

/** Where a page of a channel is, without what makes a preview of it. */
export function previewAddress(
  { locale, path }: { readonly locale: string; readonly path: string },
  channel: RuntimeChannel,
): string {
  return localAddress(localePrefix(channel, locale), encodePath(path));
}

/** What the address of a visit was granted once, perhaps over by now; `undefined` when nothing was, or not by us. */
export function grantOf(
  { searchParams }: URL,
  { signer }: { readonly signer: ValueSigner },
): PreviewGrant | undefined {
  const value = signer.open(PURPOSE, searchParams.get('_preview') ?? undefined);
  const [id = '', facts = ''] = value?.split('.', 2) ?? [];
  const parsed = stored.safeParse(jsonIn(facts));
  if (!ID.test(id) || !parsed.success) return undefined;
  const [document, channel, locale, path, currency, expires, at, { release, ...as } = {}] = parsed.data;
  const grant = {
    id,
    channel,
    locale,
    path,
    currency,
    ...(at !== null && { at: new Date(at) }),
    ...as,
    expiresAt: new Date(expires),
  };
  return release === undefined ? { ...grant, document } : { ...grant, release };
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString());
  } catch {
    return undefined;
  }
}
