import { isSameOrigin } from '@vitrine/data-actions/server';
import { type ActionFunctionArgs, redirect } from 'react-router';
import { siteContext } from '../site-context.ts';
import { staffCookie, staffToken } from '../staff-session.ts';

/** Ends a staff session; POST from this shop only, so that no link and no other site can do it. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (!isSameOrigin(request)) return new Response('Sign out from the shop itself.\n', { status: 403 });
  const site = context.get(siteContext);
  const token = staffToken(request);
  if (token) await site.commerce.identity.signOut(token);
  return redirect('/', {
    headers: { 'Set-Cookie': staffCookie('', { secure: site.secure, expires: new Date(0) }) },
  });
}

export function loader() {
  return redirect('/');
}
