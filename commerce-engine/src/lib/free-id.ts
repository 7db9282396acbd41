/** An id that nothing has yet: the base itself, else with `-2`, `-3` behind it. */
export function freeId(base: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let id = base;
  for (let next = 2; ids.has(id); next += 1) id = `${base}-${next}`;
  return id;
}
