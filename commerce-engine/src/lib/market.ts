/** Where and to whom the shop speaks: what every shopper-facing answer depends on. Nothing personal. */
export interface Market {
  /** Channel id, for example `online`. */
  readonly channel: string;
  /** BCP 47 tag, for example `en` or `de`. Texts fall back to the channel's first locale. */
  readonly locale: string;
  /** ISO 4217, one of the channel's currencies. */
  readonly currency: string;
  /** `anyone` for guests. */
  readonly customerGroup: string;
}
