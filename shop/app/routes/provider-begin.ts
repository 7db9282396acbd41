import { isLocalPath } from '@vitrine/data-actions/server';
import type { LoaderFunctionArgs } from 'react-router';
import { keepTry, providerReturn } from '../provider-try.ts';
import { callerContext, siteContext } from '../site-context.ts';

/** Sends the browser to a provider to sign in there. `next` is where the shopper goes afterwards, `wish` what they wish for. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext);
  const { searchParams } = new URL(request.url);
  const provider = params.provider ?? '';
  const next = searchParams.get('next') ?? '/account';
  const wish = searchParams.get('wish') || undefined;
  const then = { next: isLocalPath(next) ? next : '/account', ...(wish !== undefined && { wish }) };
  const redirectUrl = providerReturn(site.publicUrl, provider);
  const begun = await site.accounts.withProvider.begin({
    provider,
    redirectUrl,
    from: context.get(callerContext),
  });
  if (begun.kind !== 'go') return site.backToSignIn('unavailable', then, begun.cause);
  const headers = new Headers({ location: begun.url, 'cache-control': 'private, no-store' });
  headers.append('set-cookie', keepTry({ try: begun.try, ...then }, site));
  return new Response(null, { status: 302, headers });
}
