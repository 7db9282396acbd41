import type { LoaderFunctionArgs } from 'react-router';
import { callerContext, siteContext } from '../site-context.ts';

/** The commerce engine's HTTP API. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return await context.get(siteContext).api(request, context.get(callerContext));
}

export const action = loader;
