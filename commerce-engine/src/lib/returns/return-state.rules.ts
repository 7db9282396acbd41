export type ReturnState = 'requested' | 'approved' | 'received' | 'refunded' | 'rejected' | 'cancelled';
export type ReturnStep = 'approve' | 'receive' | 'refund' | 'reject' | 'cancel';

const STEPS: Readonly<
  Record<ReturnStep, { readonly from: readonly ReturnState[]; readonly to: ReturnState }>
> = {
  approve: { from: ['requested'], to: 'approved' },
  receive: { from: ['approved'], to: 'received' },
  refund: { from: ['received'], to: 'refunded' },
  reject: { from: ['requested', 'approved'], to: 'rejected' },
  cancel: { from: ['requested', 'approved'], to: 'cancelled' },
};

/** Where a step leads; undefined = it does not fit. */
export function stepReturn(state: ReturnState, step: ReturnStep): ReturnState | undefined {
  const { from, to } = STEPS[step];
  return from.includes(state) ? to : undefined;
}

/** Its pieces are spoken for and not back yet. */
export function isOpenReturn(state: ReturnState): boolean {
  return state === 'requested' || state === 'approved';
}
