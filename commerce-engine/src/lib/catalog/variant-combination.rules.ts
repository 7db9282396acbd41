/** The option values in the order of their keys, so that the order of the input does not matter. */
export function combinationOf(options: Readonly<Record<string, string>>): string {
  return Object.keys(options)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((key) => `${key}=${options[key]}`)
    .join('&');
}
