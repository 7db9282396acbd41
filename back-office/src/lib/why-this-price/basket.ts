/** Articles with how many of each, as they stand in the address: `id:2,id:1`. */
export interface BasketLine {
  readonly variantId: string;
  readonly quantity: number;
}

export function readBasket(text: string | undefined): BasketLine[] {
  return (text ?? '').split(',').flatMap((part) => {
    const at = part.lastIndexOf(':');
    const quantity = Number(part.slice(at + 1));
    const variantId = part.slice(0, at);
    return variantId !== '' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 99
      ? [{ variantId, quantity }]
      : [];
  });
}

export function writeBasket(lines: readonly BasketLine[]): string {
  return lines.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(',');
}
