import { CommerceError, type FieldProblem } from '../commerce-error.ts';
import type { ChannelView, LocationView } from '../stores/stores.views.ts';

/** Where a shop sells, and where it has its goods. */
export interface ShopPlaces {
  readonly channels: readonly ChannelView[];
  readonly locations: readonly LocationView[];
}

/** @throws CommerceError `bad_input` at `channels` or `stores` for those that the shop does not have. */
export function requireOwnPlaces(
  {
    channels,
    stores,
  }: { readonly channels?: readonly string[] | null; readonly stores?: readonly string[] | null },
  shop: ShopPlaces,
): void {
  const fields = [
    ...problemsOf('channels', channels ?? [], shop.channels),
    ...problemsOf(
      'stores',
      stores ?? [],
      shop.locations.filter(({ kind }) => kind === 'store'),
    ),
  ];
  if (fields.length === 0) return;
  const [first] = fields;
  throw new CommerceError('bad_input', `Cannot save this delivery method: ${first!.problem}.`, { fields });
}

function problemsOf(
  path: 'channels' | 'stores',
  named: readonly string[],
  own: readonly { readonly id: string }[],
): FieldProblem[] {
  const unknown = named.filter((id) => own.every((each) => each.id !== id));
  if (unknown.length === 0) return [];
  const known = own.map(({ id }) => id).join(', ') || 'none yet';
  const problem = `expected ${path} of the shop (${known}), got ${unknown.map((id) => `"${id}"`).join(', ')}`;
  return [{ path, problem }];
}
