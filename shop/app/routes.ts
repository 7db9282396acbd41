import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address of the shop. Pages that marketers compose are one resource route; applications are ordinary routes. */
export default [
  route('sign-in', 'routes/sign-in.tsx'),
  route('invitation', 'routes/invitation.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('editor/api/media/*', 'routes/media-api.ts'),
  route('editor/api/*', 'routes/editor-api.ts'),
  route('_media/*', 'routes/films.ts'),
  route('_account/provider/:provider', 'routes/provider-begin.ts'),
  route('_account/provider/:provider/back', 'routes/provider-back.ts'),
  route('_account/export', 'routes/account-export.ts'),
  route('_cart/:cart', 'routes/sent-cart.ts'),
  route('_order/:order/:paper', 'routes/order-paper.ts'),
  route('_bank/:reference', 'routes/bank.tsx'),
  route('_mail', 'routes/mailbox.tsx'),
  route('_mail/:id', 'routes/one-mail.ts'),
  route('editor/*', 'routes/editor.ts'),
  route('office/api/*', 'routes/office-api.ts'),
  route('office/*', 'routes/office.ts'),
  route('api/docs', 'routes/api-docs.ts'),
  route('api/*', 'routes/commerce-api.ts'),
  index('routes/storefront.ts', { id: 'home' }),
  route('*', 'routes/storefront.ts'),
] satisfies RouteConfig;
