import { categoryPrefix, productPrefix } from '../page-address.ts';

/**
 * Tells browsers which links may be opened before they are clicked: products and categories, when a finger or pointer
 * rests on the link. Never the cart, an action or an address with a query.
 */
export function speculationRules(prefixes: readonly string[]): unknown {
  const pages = prefixes.flatMap((prefix) => [
    `${prefix}${productPrefix}*`,
    `${prefix}${categoryPrefix}*`,
    prefix || '/',
  ]);
  return {
    prerender: [
      {
        where: {
          and: [
            { href_matches: pages },
            { not: { selector_matches: '[rel~=nofollow],[download],[target]' } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  };
}

/** Pages change into each other softly; who prefers less motion sees a plain change. */
export const viewTransitionCss =
  '@view-transition{navigation:auto}@media (prefers-reduced-motion:reduce){::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation:none!important}}';
