import type { CheckoutPatch, CheckoutView, ChosenDelivery } from '@vitrine/commerce-engine/client';
import { fieldIn, type PostedForm } from '../posted-form.ts';
import { apartField, otherField } from './checkout-fields.ts';

/** What a form changes of how goods are delivered. */
export function deliveryOf(
  fields: PostedForm,
  known: CheckoutView,
): Pick<CheckoutPatch, 'delivery' | 'apart' | 'otherDeliveries'> {
  const { options, otherDeliveries } = known;
  const methodId = fieldIn(fields, 'delivery.methodId');
  const lines = known.lineWays.map(({ lineId, ways, way, isApart }) => {
    const asked = fieldIn(fields, apartField(lineId));
    const wish = [...ways, way].find((each) => each !== undefined && each === asked);
    // It goes apart without being asked for, because it cannot go with the rest.
    return { lineId, wish, isAsked: asked !== undefined, isForced: isApart && asked === undefined };
  });
  const wished = lines.flatMap(({ lineId, wish }) => (wish ? [[lineId, wish] as const] : []));
  const [first] = wished;
  // All that could go with the rest is to go another way: that is the way of the whole.
  const isWhole = lines.every(({ wish, isForced }) => wish !== undefined || isForced);
  const instead = isWhole && first ? wayOfKind(first[1], known) : undefined;
  if (instead) {
    const offered = otherDeliveries.flatMap((other) => other.options);
    return { delivery: chosenWay(fields, instead, { options: [...options, ...offered], known }), apart: {} };
  }
  const others = otherDeliveries.flatMap(({ kind, options: own }) => {
    const chosen = fieldIn(fields, otherField(kind));
    return chosen ? [chosenWay(fields, chosen, { options: own, known })] : [];
  });
  return {
    ...(methodId && { delivery: chosenWay(fields, methodId, { options, known }) }),
    // A form with a way for the whole that asks for no line has everything go together.
    ...((methodId || lines.some(({ isAsked }) => isAsked)) && { apart: Object.fromEntries(wished) }),
    ...(others.length > 0 && { otherDeliveries: others }),
  };
}

function wayOfKind(
  kind: CheckoutView['options'][number]['kind'],
  { options, otherDeliveries }: CheckoutView,
): string | undefined {
  const other = otherDeliveries.find((each) => each.kind === kind);
  const offered = [...options, ...(other?.options ?? [])];
  return other?.delivery?.methodId ?? offered.find((each) => each.kind === kind)?.methodId;
}

/** A way, and for goods that are picked up where and when. */
function chosenWay(
  fields: PostedForm,
  methodId: string,
  {
    options,
    known: { delivery, otherDeliveries },
  }: { readonly options: CheckoutView['options']; readonly known: CheckoutView },
): ChosenDelivery {
  if (options.find((each) => each.methodId === methodId)?.kind !== 'pickup') return { methodId };
  const storeId = fieldIn(fields, 'delivery.storeId');
  const slot = fieldIn(fields, 'delivery.slot');
  const before = [delivery, ...otherDeliveries.map((other) => other.delivery)];
  // A time belongs to the store it was offered for.
  const isSameStore = before.some((each) => each?.methodId === methodId && each.storeId === storeId);
  return { methodId, ...(storeId && { storeId }), ...(storeId && slot && isSameStore && { slot }) };
}
