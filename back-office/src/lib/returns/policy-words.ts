/** A way of paying, by what policies call it. */
export interface PaymentMethod {
  readonly method: string;
  readonly name: string;
}

/** Where money of a method goes back to; the first unless another is asked for with the refund. */
export const tenderChoices = [
  { value: '', label: 'the way it came, or as store credit when that is asked for' },
  { value: 'original', label: 'the way it came, and in no other' },
  { value: 'store-credit,original', label: 'as store credit, or the way it came when that is asked for' },
  { value: 'store-credit', label: 'as store credit, and in no other way' },
];

/** What is not laid down and what is laid down as both are the same. */
export function tenderValue(tenders: readonly string[] | undefined): string {
  const joined = (tenders ?? []).join();
  return joined === 'original,store-credit' ? '' : joined;
}

export function tenderWords(tenders: readonly string[] | undefined): string {
  const value = tenderValue(tenders);
  return tenderChoices.find((choice) => choice.value === value)?.label ?? value;
}

export function windowWords(days: number | undefined): string {
  if (days === undefined) return 'At any time';
  return `For ${days} ${days === 1 ? 'day' : 'days'} after the pieces left`;
}
