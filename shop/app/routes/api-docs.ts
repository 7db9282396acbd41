import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** The documents of the API, to read and to try. */
export function loader({ context }: LoaderFunctionArgs): Response {
  return context.get(siteContext).apiDocs();
}
