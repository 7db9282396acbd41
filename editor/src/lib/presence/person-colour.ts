const colours = ['#c2298a', '#0c7c59', '#b45309', '#6d4aff', '#0369a1', '#be123c', '#4d7c0f', '#7e22ce'];

/** The same person has the same colour everywhere. */
export function colourOf(user: string): string {
  let sum = 0;
  for (const char of user) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return colours[sum % colours.length]!;
}
