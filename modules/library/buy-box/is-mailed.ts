import type { BuyBoxProps } from './buy-box-props.ts';

/** Whether a product reaches its shopper by e-mail alone. Not known = no. */
export function isMailed(ways: BuyBoxProps['data']['ways']): boolean {
  return ways?.length === 1 && ways[0] === 'electronic';
}
