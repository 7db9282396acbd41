import type { LoaderFunctionArgs } from 'react-router';
import { callerContext, siteContext } from '../site-context.ts';

/** What the back office asks and sends. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).office.api(request, context.get(callerContext));
}

export const action = loader;
