import { z } from 'zod';
import { encodePath } from '../canonical-path.ts';
import { withDocumentOnShow } from '../canvas/document-on-show.ts';
import type { PreviewSources } from '../canvas/preview-options.ts';
import { localePrefix, type RuntimeChannel } from '../channel.ts';
import { createDocumentShelf } from '../document-shelf.ts';
import { localAddress } from '../page-address.ts';
import type { PageRouteOptions } from '../page-route.ts';
import type { Visit } from '../stages.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';

/** What a link lets anybody see who has it. */
export interface PreviewGrant {
  readonly document: string;
  readonly channel: string;
  readonly locale: string;
  /** Without the prefix of its locale. */
  readonly path: string;
  readonly currency: string;
  readonly expiresAt: Date;
}

// A value signed for something else, a cart say, must not open a page.
const PURPOSE = 'preview-link';
const stored = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.number()]);

/** The address that shows what is granted. @throws when there is no such channel. */
export function previewLink(
  { document, channel: id, locale, path, currency, expiresAt }: PreviewGrant,
  { signer, channels }: { readonly signer: ValueSigner; readonly channels: readonly RuntimeChannel[] },
): string {
  const channel = channels.find((each) => each.id === id);
  if (!channel)
    throw new Error(`There is no channel "${id}". Channels: ${channels.map((each) => each.id).join(', ')}.`);
  const value = JSON.stringify([document, id, locale, path, currency, expiresAt.getTime()]);
  const token = signer.sign(PURPOSE, Buffer.from(value).toString('base64url'));
  const address = localAddress(localePrefix(channel, locale), encodePath(path));
  return `${channel.origin ?? ''}${address}?_preview=${token}`;
}

/** What the address of a visit was granted; `undefined` when nothing was, or not by us, or it is over. */
export function grantOf(
  { searchParams }: URL,
  { signer, now }: { readonly signer: ValueSigner; readonly now: number },
): PreviewGrant | undefined {
  const value = signer.open(PURPOSE, searchParams.get('_preview') ?? undefined);
  const parsed = value === undefined ? undefined : stored.safeParse(jsonIn(value));
  if (!parsed?.success) return undefined;
  const [document, channel, locale, path, currency, expires] = parsed.data;
  return expires > now
    ? { document, channel, locale, path, currency, expiresAt: new Date(expires) }
    : undefined;
}

/** Whether a visit goes to the page that was granted; a link is good for that one alone. */
export function isGranted({ channel, locale, path }: PreviewGrant, visit: Visit): boolean {
  return channel === visit.channel.id && locale === visit.locale && path === visit.path;
}

/** The options of the page route for what was granted; `undefined` when the document is not there any more. */
export async function grantedOptions(
  { document }: PreviewGrant,
  options: PageRouteOptions & PreviewSources,
): Promise<PageRouteOptions | undefined> {
  const all = options.drafts ? createDocumentShelf(options.drafts) : options.documents;
  const { value, basis } = await all.document(document);
  return value && { ...options, documents: withDocumentOnShow(all, { value, basis }) };
}

function jsonIn(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString());
  } catch {
    return undefined;
  }
}
