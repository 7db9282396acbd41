import type { LoaderFunctionArgs } from 'react-router';
import { mailsFor } from '../mailbox.ts';

/** One mail as its reader sees it. Mail programs take styles only where they are used, so this page may have them. */
export async function loader({ params, ...args }: LoaderFunctionArgs): Promise<Response> {
  const mail = (await mailsFor(args))?.find(({ id }) => id === params.id);
  if (mail?.html === undefined) return new Response('There is no such mail.\n', { status: 404 });
  // Its links open beside the mailbox: inside the frame nothing may be sent.
  const html = mail.html.replace(/<head>|^/, '$&<base target="_blank">');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
