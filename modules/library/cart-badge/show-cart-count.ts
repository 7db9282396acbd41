/**
 * Browser only: the badges on this page tell a new count. The badge itself ships no script, so whoever changed the
 * cart without loading a page says so here.
 */
export function showCartCount(count: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-cart-badge]')) {
    const [seen, heard] = badge.querySelectorAll('span');
    if (!seen || !heard) continue;
    seen.textContent = count > 99 ? '99+' : String(count);
    seen.hidden = count === 0;
    heard.textContent = (badge.dataset.cartBadge ?? '').replace('{count}', String(count));
  }
}
