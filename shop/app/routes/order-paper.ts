import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** An invoice, credit note or receipt as a page for printing, for the order's customer and for whoever has its key. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { order = '', paper = '' } = params;
  const key = new URL(request.url).searchParams.get('key') ?? undefined;
  const page = await context.get(siteContext).orderPaper(request, { orderId: order, key, paper });
  if (page !== undefined)
    return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
  // The order's own page says whether it is not there, or somebody has to sign in.
  const location =
    key === undefined
      ? `/account/orders?${new URLSearchParams({ order })}`
      : `/order?${new URLSearchParams({ id: order, key })}`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

const headers = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
