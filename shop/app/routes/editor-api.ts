import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** What the editor asks and sends. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).editor.api(request);
}

export const action = loader;
