import type { LoaderFunctionArgs } from 'react-router';
import { siteContext } from '../site-context.ts';

/** Where a letter leads whose shopper's cart staff have filled: it becomes the cart of this browser, and its checkout opens. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  return context.get(siteContext).openSentCart(request, {
    cartId: params.cart ?? '',
    key: asked.get('key') ?? '',
    locale: asked.get('locale') ?? 'en',
  });
}
