import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** The back office's page; all that is in it is made by its script. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).office.page(request);
}
