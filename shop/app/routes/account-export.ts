import { isSameOrigin } from '@vitrine/data-actions/server';
import type { ActionFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** Everything the shop knows about whoever is signed in, as a file. Posted: nobody is made to fetch it by a link. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (!isSameOrigin(request))
    return new Response('Ask for your data on the page of your account.\n', { status: 403, headers });
  const exported = await context.get(siteContext).exportOf(request);
  if (!exported) return new Response(null, { status: 303, headers: { ...headers, location: '/account' } });
  const day = new Date().toISOString().slice(0, 10);
  return new Response(JSON.stringify(exported, null, 2), {
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="my-data-${day}.json"`,
    },
  });
}

export function loader(): Response {
  return new Response(null, { status: 303, headers: { ...headers, location: '/account' } });
}

const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };
