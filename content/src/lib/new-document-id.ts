/** A new id that says what it is for: `Spring sale` → `spring-sale-k3f9a2`. The end makes it another one each time. */
export function newDocumentId(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const end = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join(
    '',
  );
  return `${words || 'page'}-${end}`;
}
