import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** Films of the media library. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).media.film(request);
}

export const action = loader;
