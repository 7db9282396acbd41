import { createHash, randomBytes } from 'node:crypto';
import { renderToString } from 'react-dom/server';
import type { EntryContext } from 'react-router';
import { ServerRouter } from 'react-router';
import { pageTransition } from './page-transition.ts';

export { createSite } from './site.ts';
export { callerContext, siteContext } from './site-context.ts';

const transitionHash = createHash('sha256').update(pageTransition).digest('base64');

/** Renders application pages (sign-in). They are small and wait for nothing, so they are rendered whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
): Response {
  const nonce = randomBytes(16).toString('base64');
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', 'private, no-store');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  if (request.url.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set(
    'Content-Security-Policy',
    `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'sha256-${transitionHash}'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'`,
  );
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const html = renderToString(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />);
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}
