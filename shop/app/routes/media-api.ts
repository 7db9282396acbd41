import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** What the editor asks and sends of pictures and films. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).media.api(request);
}

export const action = loader;
