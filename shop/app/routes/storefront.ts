import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** Pages, data, forms and pictures of the storefront: the runtime answers them all. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return context.get(siteContext).runtime.handle(request);
}

export const action = loader;
