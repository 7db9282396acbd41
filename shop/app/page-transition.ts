/**
 * Pages of the shop change into each other softly, and a page between them that does not is an error to the browser. It stands in
 * the page itself: a style sheet comes too late for it.
 */
export const pageTransition =
  '@view-transition{navigation:auto}@media (prefers-reduced-motion:reduce){@view-transition{navigation:none}}';
