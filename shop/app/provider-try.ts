import { isLocalPath } from '@vitrine/data-actions/server';

const NAME = 'vt_provider';

interface Kept {
  readonly try: string;
  /** A path of the shop. */
  readonly next: string;
  /** Slug of a product that was to be put on the wish list. */
  readonly wish?: string;
}

/** The address a provider sends browsers back to; the operator tells it to the provider. */
export function providerReturn(publicUrl: string, provider: string): string {
  return `${publicUrl}/_account/provider/${encodeURIComponent(provider)}/back`;
}

/** Binds a sign-in at a provider to this browser, for as long as it may take. */
export function keepTry(kept: Kept, { secure }: { readonly secure: boolean }): string {
  const value = encodeURIComponent(
    JSON.stringify([kept.try, kept.next.slice(0, 500), kept.wish?.slice(0, 200)]),
  );
  return `${NAME}=${value}; Path=/_account/provider; Max-Age=900; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function forgetTry({ secure }: { readonly secure: boolean }): string {
  return `${NAME}=; Path=/_account/provider; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** What this browser was given; of a cookie that is none of ours nothing. */
export function readTry(request: Pick<Request, 'headers'>): Omit<Kept, 'try'> & { readonly try?: string } {
  const found = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1];
  try {
    const kept: unknown = JSON.parse(decodeURIComponent(found ?? ''));
    const [made, next, wish] = Array.isArray(kept) ? kept : [];
    if (typeof made === 'string' && typeof next === 'string' && isLocalPath(next))
      return { try: made, next, ...(typeof wish === 'string' && { wish }) };
  } catch {
    // Nobody was sent to a provider from here.
  }
  return { next: '/account' };
}
