/** What an anchor needs for a link that opens another window, which cannot reach back. */
export function linkWindow(link: { readonly kind: string; readonly newTab?: boolean }) {
  return link.newTab ? { target: '_blank', rel: 'noopener' } : {};
}
