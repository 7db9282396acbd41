import type { AnyAction } from './define-action.ts';
import type { Need, NeedMany, NeedOne } from './plan.ts';

/** @internal How a need comes about: what `plan.ts` says to authors, as data. */
export type NeedKind =
  | { readonly kind: 'one'; readonly action: AnyAction; readonly input: unknown }
  | { readonly kind: 'many'; readonly action: AnyAction; readonly inputs: unknown }
  | { readonly kind: 'map'; readonly of: NeedNode; readonly reshape: (value: unknown) => unknown }
  | { readonly kind: 'then'; readonly of: NeedNode; readonly next: (value: unknown) => unknown }
  | { readonly kind: 'optional'; readonly of: NeedNode }
  | { readonly kind: 'or-not-found'; readonly of: NeedNode };

/** @internal A need as the engine sees it. Authors see `Need<T>`, which has no way to the value. */
export class NeedNode {
  readonly how: NeedKind;

  constructor(how: NeedKind) {
    this.how = how;
  }

  map(reshape: (value: unknown) => unknown): NeedNode {
    return new NeedNode({ kind: 'map', of: this, reshape });
  }

  andThen(next: (value: unknown) => unknown): NeedNode {
    return new NeedNode({ kind: 'then', of: this, next });
  }

  optional(): NeedNode {
    return new NeedNode({ kind: 'optional', of: this });
  }

  orNotFound(): NeedNode {
    return new NeedNode({ kind: 'or-not-found', of: this });
  }

  // biome-ignore lint/suspicious/noThenProperty: an awaited need would hand out the need itself; better a sentence.
  get then(): undefined {
    throw new Error('A need cannot be awaited: the plan runs later. Use .map or .andThen.');
  }
}

/** Asks one question. The input is of the parsed type; it is not parsed again. */
export const need: NeedOne = (action, input) => {
  checkAction(action);
  return new NeedNode({ kind: 'one', action, input }) as unknown as Need<never>;
};

/** Asks one question for many inputs, in one batch. */
export const many: NeedMany = (action, inputs) => {
  checkAction(action);
  return new NeedNode({ kind: 'many', action, inputs }) as unknown as Need<never>;
};

/** Whether something is what `need()` and `many()` return. */
export function isNeed(value: unknown): value is Need<unknown> {
  return value instanceof NeedNode;
}

function checkAction(action: AnyAction): void {
  if (action?.class !== 'public' && action?.class !== 'private')
    throw new Error(
      `A plan needs actions; it was given ${action ? `the ${(action as { class?: string }).class} "${(action as { id?: string }).id}"` : String(action)}.`,
    );
}
