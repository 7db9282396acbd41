import type { AnyPublicAction } from './define-action.ts';
import type {
  PrivateContext,
  PrivateDimensions,
  SharedDimension,
  SharedDimensions,
  TypedForm,
} from './dimensions.ts';

/** What the handler of a public action sees: its declared dimensions and the signal. Any other read throws. */
export function publicContext(
  action: Pick<AnyPublicAction, 'id' | 'varyBy'>,
  shared: Readonly<SharedDimensions>,
  signal: AbortSignal,
): object {
  const seen: Record<string, unknown> = { signal };
  for (const dimension of action.varyBy as readonly SharedDimension[]) seen[dimension] = shared[dimension];
  return new Proxy(Object.freeze(seen), {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      // Promises look for `then`, loggers for `toJSON`, on every value they carry.
      if (name === 'then' || name === 'toJSON') return undefined;
      throw new Error(
        `The answer to "${action.id}" read "${name}". It may read ${[...action.varyBy, 'signal'].join(', ')}. If the answer depends on "${name}", add it to varyBy.`,
      );
    },
  });
}

/**
 * What the handler of a private action sees. The signal is made when it is read: most answers are there before anybody would
 * abort.
 */
export function privateContext(
  shared: Readonly<SharedDimensions>,
  own: Readonly<PrivateDimensions>,
  { signalOf, readsViewed = false }: { readonly signalOf: () => AbortSignal; readonly readsViewed?: boolean },
): PrivateContext {
  return new ContextOfOne(shared, own, { signalOf, readsViewed });
}

class ContextOfOne implements PrivateContext {
  readonly channel: string;
  readonly locale: string;
  readonly currency: string;
  readonly customerGroup: string;
  readonly audience: string;
  readonly customerId: string | undefined;
  readonly cartId: string | undefined;
  readonly sessionId: string | undefined;
  readonly form: TypedForm | undefined;
  readonly viewed: readonly string[] | undefined;
  readonly #signalOf: () => AbortSignal;
  #signal: AbortSignal | undefined;

  constructor(
    shared: Readonly<SharedDimensions>,
    own: Readonly<PrivateDimensions>,
    { signalOf, readsViewed }: { readonly signalOf: () => AbortSignal; readonly readsViewed: boolean },
  ) {
    this.channel = shared.channel;
    this.locale = shared.locale;
    this.currency = shared.currency;
    this.customerGroup = shared.customerGroup;
    this.audience = shared.audience;
    this.customerId = own.customerId;
    this.cartId = own.cartId;
    this.sessionId = own.sessionId;
    this.form = own.form;
    this.viewed = readsViewed ? own.viewed : undefined;
    this.#signalOf = signalOf;
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#signalOf();
    return this.#signal;
  }
}
