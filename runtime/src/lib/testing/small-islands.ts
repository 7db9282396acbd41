import { startIslands } from '../islands/start-islands.ts';

// The browser entry of the small shop, as a shop's own would be.
startIslands({
  counter: () => import('./small-modules.tsx').then((file) => file.Counter),
  typed: () => import('./small-modules.tsx').then((file) => file.Typed),
  'basket-island': () => import('./small-modules.tsx').then((file) => file.BasketIsland),
});
