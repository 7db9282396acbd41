import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
} from 'react-router';
import './application.css';
import { pageTransition } from './page-transition.ts';

/** The frame of application pages (sign-in). Storefront pages never come through here. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={useLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <style>{pageTransition}</style>
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** A page that speaks the visitor's language tells it as `locale` in its data. */
function useLanguage(): string {
  const locales = useMatches().map(
    ({ loaderData }) => (loaderData as { locale?: unknown } | undefined)?.locale,
  );
  const locale = locales.find((each) => typeof each === 'string');
  return typeof locale === 'string' ? locale : 'en';
}

export default function Application() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  const known = isRouteErrorResponse(error);
  return (
    <main className="card">
      <h1>{known ? error.statusText || 'This did not work' : 'Something went wrong'}</h1>
      <p>{known ? String(error.data) : 'The mistake is ours and has been noted. Please try again.'}</p>
      <p>
        <a href="/">Back to the shop</a>
      </p>
    </main>
  );
}
