import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** An invoice, credit note or receipt as a page for printing, for the order's customer and for whoever has its key. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { order = '', paper = '' } = params;
  const asked = new URL(request.url).searchParams;
  const key = asked.get('key') ?? undefined;
  const site = context.get(siteContext);
  const page = await site.orderPaper(request, { orderId: order, key, paper });
  if (page !== undefined)
    return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
  // The order's own page says whether it is not there, or somebody has to sign in.
  const [path, query] = key === undefined ? ['/account/orders', { order }] : ['/order', { id: order, key }];
  const location = `${await site.pageIn(path, asked.get('locale') ?? undefined)}?${new URLSearchParams(query)}`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

const headers = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
