/** A way the shop sells: its website, one of its stores, its telephone. */
export interface ChannelView {
  readonly id: string;
  readonly kind: 'online' | 'store' | 'call-centre';
  readonly name: string;
  /** BCP 47 tags in order; texts fall back to the first. */
  readonly locales: readonly string[];
  /** ISO 4217 codes in order; the first is the default. */
  readonly currencies: readonly string[];
  /** ISO 3166 two-letter code. */
  readonly country: string;
  /** Whether prices shown include tax. */
  readonly taxDisplay: 'inclusive' | 'exclusive';
  /** Locations it sells from, in order of preference. */
  readonly locations: readonly string[];
}

/** A place with stock. */
export interface LocationView {
  readonly id: string;
  /** Shoppers can walk into a store, not into a warehouse. */
  readonly kind: 'warehouse' | 'store';
  readonly name: string;
  readonly city: string;
  readonly address?: PostalAddress;
  readonly openingHours?: OpeningHours;
}

export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** The part of ISO 3166-2 after the country, `CA` for California. */
  readonly region?: string;
  /** ISO 3166 two-letter code. */
  readonly country: string;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Local times as `HH:MM`; a day that is absent is closed. */
export type OpeningHours = Readonly<
  Partial<Record<Weekday, readonly { readonly from: string; readonly to: string }[]>>
>;
