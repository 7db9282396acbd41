import type { PreviewSources } from '../canvas/preview-options.ts';
import type { HeaderOf } from '../crowd/request-signs.ts';
import type { Visit } from '../stages.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { grantOf } from './preview-link.ts';

export type LeftPreview =
  /** It is a page of the same preview. */
  | { readonly kind: 'inside'; readonly location: string }
  /** It is none of them; `back` is where the visitor comes from. */
  | { readonly kind: 'outside'; readonly name: string; readonly back: string };

export interface LeftPreviewOptions {
  readonly signer: ValueSigner;
  readonly clock: { now(): number };
  readonly isLinkOpen: (id: string) => Promise<boolean>;
  readonly planned?: PreviewSources['planned'];
}

/** Links of a page know nothing of previews: where one of something planned is left by one. @returns undefined = it is not. */
export async function leftPreview(
  { header, host }: { readonly header: HeaderOf; readonly host: string },
  visit: Visit,
  { signer, clock, isLinkOpen, planned }: LeftPreviewOptions,
): Promise<LeftPreview | undefined> {
  const referer = header('referer');
  // Of all who ask for a page, few come from a preview.
  if (!referer?.includes('_preview=')) return undefined;
  const before = URL.parse(referer);
  if (before?.host !== host) return undefined;
  const grant = grantOf(before, { signer });
  if (grant?.release === undefined || grant.channel !== visit.channel.id) return undefined;
  if (grant.expiresAt.getTime() <= clock.now() || !(await isLinkOpen(grant.id))) return undefined;
  const plan = await planned?.(grant.release);
  if (plan?.kind !== 'waiting') return undefined;
  const isInside = plan.places.some(
    ({ channel, locale, path }) =>
      channel === grant.channel && locale === visit.locale && path === visit.path,
  );
  if (!isInside) return { kind: 'outside', name: plan.name, back: before.pathname + before.search };
  const inside = new URL(visit.url);
  inside.searchParams.set('_preview', before.searchParams.get('_preview')!);
  return { kind: 'inside', location: inside.pathname + inside.search };
}
