/** What takes money, as people call it. */
const providers: Readonly<Record<string, string>> = {
  simulator: 'the demonstration bank',
  manual: 'bank transfers',
  stripe: 'Stripe',
  'gift-card': 'gift cards',
  'store-credit': 'store credit',
  points: 'points',
};

/** Who did something to an order: `staff:<id>`, `provider:<name>`, `system:<reason>`, or a shopper. */
export function actorInWords(
  actor: string,
  { me, names }: { readonly me: string; readonly names: Readonly<Record<string, string>> },
): string {
  if (actor === `staff:${me}`) return 'you';
  const [kind = '', id = ''] = actor.split(':');
  if (kind === 'staff') return names[id] ?? 'somebody who was here';
  if (kind === 'provider') return providers[id] ?? id;
  if (kind === 'system') return 'the shop itself';
  return kind === 'shopper' || kind === 'customer' || kind === 'guest' ? 'the shopper' : kind;
}
