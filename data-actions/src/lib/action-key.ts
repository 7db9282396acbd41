import { canonicalJson } from './canonical-json.ts';
import type { AnyPublicAction } from './define-action.ts';
import type { SharedDimensions } from './dimensions.ts';

/**
 * The key of an answer, the same in every process and in the browser: the action, the dimensions it varies by, and the
 * input; nothing else of a request. For example `price.get?channel=online&currency=EUR#{"id":"v1"}`.
 */
export function canonicalKey(
  action: Pick<AnyPublicAction, 'id' | 'varyBy'>,
  input: unknown,
  shared: Readonly<SharedDimensions>,
): string {
  return keyPrefix(action, shared) + canonicalJson(input);
}

/** The part of the key before the input. */
export function keyPrefix(
  action: Pick<AnyPublicAction, 'id' | 'varyBy'>,
  shared: Readonly<SharedDimensions>,
): string {
  let prefix = `${action.id}?`;
  let first = true;
  for (const dimension of action.varyBy as readonly (keyof SharedDimensions)[]) {
    prefix += `${first ? '' : '&'}${dimension}=${encodeURIComponent(shared[dimension])}`;
    first = false;
  }
  return `${prefix}#`;
}
