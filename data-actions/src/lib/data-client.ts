import { type DehydratedState, hydrate, QueryClient } from '@tanstack/react-query';
import { ServerAsker } from './ask-server.ts';
import type { DataStart } from './dehydrate.ts';
import type { SharedDimensions } from './dimensions.ts';

interface PageData {
  readonly client: QueryClient;
  readonly context: Readonly<SharedDimensions>;
  readonly asker: ServerAsker;
}

// The page itself is the lifetime: one document, one client, ended by leaving it.
let page: PageData | undefined;

/** The one client all islands of the page share, made when the first of them asks for it. Browser only. */
export function dataClient(): QueryClient {
  return pageData().client;
}

/**
 * Says for whom the page was made and takes in answers the server knew. Called by the runtime before the first island wakes
 * up, and again when late answers arrive.
 */
export function startData({ context, state }: DataStart): void {
  page ??= {
    client: new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: 'always' } } }),
    context,
    asker: new ServerAsker(context, (...given) => fetch(...given)),
  };
  if (state) hydrate(page.client, state as unknown as DehydratedState);
}

/** @internal */
export function pageData(): PageData {
  if (typeof document === 'undefined')
    throw new Error('The data client lives in the browser; on the server answers come with the plan.');
  if (!page)
    throw new Error('The page has not said whom it was made for. Call startData before islands wake up.');
  return page;
}
