/** An ISO 4217 code, upper case. */
export type Currency = string;

/** An amount of money: whole minor units (cents, yen) of one currency. Never a fraction. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}
