import { z } from 'zod';
import { encodePath } from '../canonical-path.ts';
import { withDocumentOnShow } from '../canvas/document-on-show.ts';
import { asOf, type PreviewSources } from '../canvas/preview-options.ts';
import { localePrefix, type RuntimeChannel } from '../channel.ts';
import { createDocumentShelf } from '../document-shelf.ts';
import { localAddress } from '../page-address.ts';
import type { PageRouteOptions } from '../page-route.ts';
import type { Visit } from '../stages.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';

/** What a link lets anybody see who has it. */
export interface PreviewGrant {
  /** Of the link, by which it can be ended before its time: letters, digits, `-` and `_`. */
  readonly id: string;
  readonly document: string;
  readonly channel: string;
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
  readonly currency: string;
  /** Prices, and what is sold, are those of then; absent = of whenever the link is opened. */
  readonly at?: Date;
  readonly expiresAt: Date;
}

// A value signed for something else, a cart say, must not open a page.
const PURPOSE = 'preview-link';
const ID = /^[\w-]{1,40}$/;
const stored = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.number(),
  z.number().nullable(),
]);

/** The address that shows what is granted; what is signed begins with the id. @throws when there is no such channel, or the id is none. */
export function previewLink(
  { id, document, channel: channelId, locale, path, currency, at, expiresAt }: PreviewGrant,
  { signer, channels }: { readonly signer: ValueSigner; readonly channels: readonly RuntimeChannel[] },
): string {
  const channel = channels.find((each) => each.id === channelId);
  if (!channel)
    throw new Error(
      `There is no channel "${channelId}". Channels: ${channels.map((each) => each.id).join(', ')}.`,
    );
  if (!ID.test(id))
    throw new Error(`"${id}" is no id of a preview link: expected 1 to 40 of A-Z a-z 0-9 - _.`);
  const value = JSON.stringify([
    document,
    channelId,
    locale,
    path,
    currency,
    expiresAt.getTime(),
    at?.getTime() ?? null,
  ]);
  const token = signer.sign(PURPOSE, `${id}.${Buffer.from(value).toString('base64url')}`);
  const address = localAddress(localePrefix(channel, locale), encodePath(path));
  return `${channel.origin ?? ''}${address}?_preview=${token}`;
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
  const [document, channel, locale, path, currency, expires, at] = parsed.data;
  const grant = { id, document, channel, locale, path, currency, expiresAt: new Date(expires) };
  return at === null ? grant : { ...grant, at: new Date(at) };
}

/** Whether a visit goes to the page that was granted; a link is good for that one alone. */
export function isGranted({ channel, locale, path }: PreviewGrant, visit: Visit): boolean {
  return channel === visit.channel.id && locale === visit.locale && path === visit.path;
}

/**
 * The options of the page route for what was granted, and the name of its document; `undefined` when the document is not there any more. @throws when it is of
 * another moment and the shop can be shown at none.
 */
export async function grantedOptions(
  { document, at }: PreviewGrant,
  sources: PageRouteOptions & PreviewSources,
): Promise<{ readonly options: PageRouteOptions; readonly documentName: string } | undefined> {
  const options = at ? asOf(at, sources) : sources;
  const all = options.drafts ? createDocumentShelf(options.drafts) : options.documents;
  const { value, basis } = await all.document(document);
  if (!value) return undefined;
  const documents = withDocumentOnShow(all, { value, basis });
  return { options: { ...options, documents }, documentName: value.document.name };
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString());
  } catch {
    return undefined;
  }
}
