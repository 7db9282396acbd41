/** `Ten percent off` → `ten-percent-off-k3x9`: two of one name are two. */
export function idOfName(name: string, tail: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return words === '' ? tail : `${words}-${tail}`;
}
