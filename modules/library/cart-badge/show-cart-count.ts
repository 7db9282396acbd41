/**
 * Browser only: the badges on this page tell a new count. The badge itself ships no script, so whoever changed the
 * cart without loading a page says so here.
 */
export function showCartCount(count: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-cart-badge]')) {
    const shown = badge.querySelector('span');
    if (shown) {
      shown.textContent = count > 99 ? '99+' : String(count);
      shown.hidden = count === 0;
    }
    badge.setAttribute(
      'aria-label',
      (badge.dataset.cartBadge ?? '{count}').replace('{count}', String(count)),
    );
  }
}
