/** How CSS names a token of the theme: `colour.accent` → `var(--colour-accent)`. */
export function cssVariable(token: string): string {
  return `var(--${token.replaceAll('.', '-')})`;
}
