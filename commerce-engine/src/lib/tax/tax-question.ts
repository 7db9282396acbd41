import type { Queryable } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import type { Market } from '../market.ts';
import type { ChannelView, LocationView, PostalAddress } from '../stores/stores.views.ts';
import type { Place } from './place.rules.ts';
import type { TaxExemption } from './tax-exemption.rules.ts';
import type { TaxFacts, TaxMemory } from './tax-memory.ts';
import type { TaxRequest, TaxRequestLine } from './tax-provider.ts';
import { countedExemptions } from './tax-reliefs.ts';
import { defaultTaxSettings } from './tax-settings.ts';
import { type TaxedPlaceRule, taxedPlace } from './taxed-place.rules.ts';

/** How a line reaches the shopper. */
export type LineDelivery =
  /** `from` = location id, default the channel's first; `to` = default the question's `shipTo`. */
  | { readonly kind: 'ship'; readonly from?: string; readonly to?: Place }
  | { readonly kind: 'pickup'; readonly locationId: string }
  /** Handed over where it is sold. */
  | { readonly kind: 'carry-out' }
  /** Taxed at the question's `shipTo`, as what is shipped. */
  | { readonly kind: 'electronic' };

export interface TaxQuestionLine extends Omit<TaxRequestLine, 'place' | 'taxClass' | 'isHandedOver'> {
  /** Default the product's class, `standard` for fees, and for shipping what the channel's rule says. */
  readonly taxClass?: string;
  /** Default shipping to the question's `shipTo`. */
  readonly delivery?: LineDelivery;
}

/** What is sold, to whom and whereto. */
export interface TaxQuestion {
  readonly shipTo?: Place;
  readonly exemptions?: readonly TaxExemption[];
  readonly lines: readonly TaxQuestionLine[];
}

/**
 * The question with all that the shop knows: places, classes, the channel's rules.
 * @throws CommerceError `unknown_channel`, `unknown_location`, or `bad_input` when a line names a class that does not exist.
 */
export async function completeQuestion(
  on: Queryable,
  memory: TaxMemory,
  question: TaxQuestion & { readonly market: Market; readonly at: Date },
): Promise<TaxRequest> {
  const { market, exemptions = [], lines, at, shipTo } = question;
  const facts = await memory.facts(on);
  const channel = channelOf(facts, market);
  const { rounding, shipping, basedOn, vatNumbers } = facts.settings.get(channel.id) ?? defaultTaxSettings;
  requireClasses(facts, lines);
  const classes = await classesOf(on, memory, lines);
  const placeOf = placesOf(facts.locations, channel, basedOn);
  return {
    channel: channel.id,
    currency: market.currency,
    prices: channel.taxDisplay,
    rounding,
    shipping,
    seller: { country: channel.country },
    exemptions: countedExemptions(exemptions, vatNumbers),
    at: at.toISOString(),
    lines: lines.map(({ delivery = { kind: 'ship' }, ...line }, index) => ({
      ...line,
      taxClass: classes[index],
      place: placeOf(delivery, shipTo),
      ...((delivery.kind === 'pickup' || delivery.kind === 'carry-out') && { isHandedOver: true as const }),
    })),
  };
}

function channelOf({ channels }: TaxFacts, market: Market): ChannelView {
  const found = channels.find(({ id }) => id === market.channel);
  if (found) return found;
  const known = channels.map(({ id }) => id).join(', ') || 'none yet';
  throw new CommerceError('unknown_channel', `There is no channel "${market.channel}". Channels: ${known}.`);
}

/** In the order of the lines; undefined = as the channel taxes shipping. One statement at most. */
async function classesOf(
  on: Queryable,
  memory: TaxMemory,
  lines: readonly TaxQuestionLine[],
): Promise<readonly (string | undefined)[]> {
  const asking = lines.flatMap(({ taxClass, kind, productId }) =>
    taxClass === undefined && kind === 'product' && productId !== undefined ? [productId] : [],
  );
  const found = await memory.classes(on, asking);
  const ofProduct = new Map(asking.map((id, index) => [id, found[index]]));
  return lines.map(({ taxClass, kind, productId = '' }) => {
    if (taxClass !== undefined || kind === 'shipping') return taxClass;
    return ofProduct.get(productId) ?? 'standard';
  });
}

function placesOf(
  locations: readonly LocationView[],
  channel: ChannelView,
  rule: TaxedPlaceRule,
): (delivery: LineDelivery, shipTo: Place | undefined) => Place {
  const placeAt = (id: string | undefined) => {
    if (id === undefined) return undefined;
    const location = locations.find((each) => each.id === id);
    if (location) return location.address && placeOfAddress(location.address);
    const known = locations.map((each) => each.id).join(', ') || 'none yet';
    throw new CommerceError('unknown_location', `There is no location "${id}". Locations: ${known}.`);
  };
  const first = channel.locations[0];
  const store = channel.kind === 'store' ? placeAt(first) : undefined;
  const home = { country: channel.country };
  return (delivery, shipTo) => {
    const origin = placeAt(originOf(delivery) ?? first);
    const destinations = {
      ship: delivery.kind === 'ship' ? (delivery.to ?? shipTo) : undefined,
      electronic: shipTo,
      pickup: origin,
      'carry-out': undefined,
    };
    return taxedPlace(rule, { destination: destinations[delivery.kind], origin, store, home });
  };
}

function originOf(delivery: LineDelivery): string | undefined {
  if (delivery.kind === 'pickup') return delivery.locationId;
  return delivery.kind === 'ship' ? delivery.from : undefined;
}

function placeOfAddress({ country, region, postalCode, city }: PostalAddress): Place {
  return { country, postalCode, city, ...(region !== undefined && { region }) };
}

function requireClasses({ table }: TaxFacts, lines: readonly TaxQuestionLine[]): void {
  const known = new Set(table.classes.map(({ id }) => id));
  const unknown = lines.find(({ taxClass }) => taxClass !== undefined && !known.has(taxClass));
  if (!unknown) return;
  throw new CommerceError(
    'bad_input',
    `Line "${unknown.id}" is of the tax class "${unknown.taxClass}", which does not exist. Classes: ${[...known].join(', ')}.`,
  );
}
