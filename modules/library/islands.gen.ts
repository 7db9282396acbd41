// Written by `npm run generate`; do not edit.
import type { AnyView } from '@vitrine/modules';

/** Module id → its view, fetched when its island wakes up. */
export const islands: Readonly<Record<string, () => Promise<AnyView>>> = {
  'buy-box': () => import('./buy-box/buy-box.view.tsx').then((file) => file.BuyBoxView),
  'checkout': () => import('./checkout/checkout.view.tsx').then((file) => file.CheckoutView),
  'countdown': () => import('./countdown/countdown.view.tsx').then((file) => file.CountdownView),
  'search-box': () => import('./search-box/search-box.view.tsx').then((file) => file.SearchBoxView),
  'video': () => import('./video/video.view.tsx').then((file) => file.VideoView),
};
