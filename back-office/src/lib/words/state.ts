/** `handed-over` → `Handed over`. */
export function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `1 piece`, `3 pieces`. */
export function pieces(count: number): string {
  return count === 1 ? '1 piece' : `${new Intl.NumberFormat().format(count)} pieces`;
}
