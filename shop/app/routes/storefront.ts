import type { LoaderFunctionArgs } from 'react-router';
import { callerContext, siteContext } from '../site-context.ts';

/** Pages, data, forms and pictures of the storefront: the runtime answers them all. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return context.get(siteContext).runtime.handle(request, context.get(callerContext));
}

export const action = loader;
