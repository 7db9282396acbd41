/** The address that opens an order for whoever has it. */
export function addressOfOrder(
  page: string,
  { id, key }: { readonly id: string; readonly key: string },
): string {
  return `${page}?${new URLSearchParams({ id, key })}`;
}
