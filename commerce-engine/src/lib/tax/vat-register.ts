import { CommerceError } from '../commerce-error.ts';

/** Knows which VAT numbers are in use: a country's register, or VIES, which asks all of the EU's. */
export interface VatRegister {
  readonly id: string;
  /** Milliseconds after which it counts as silent. Default 3000. */
  readonly answersWithin?: number;
  /** @param vatId as `readVatNumber` gives it. It fails when it does not know now. */
  isInUse(vatId: string): Promise<boolean>;
}

/**
 * Who said that a number is in use; undefined = nobody did, for there is no register or it is silent.
 * @throws CommerceError `bad_input` at `vatId` when the register says that it is not.
 */
export type VatRegisterQuestion = (vatId: string) => Promise<{ readonly by: string } | undefined>;

const DEFAULT_PATIENCE = 3_000;

/** Asks a register: SPEC rule TAX-27. Never while a row is locked. */
export function askVatRegister(register: VatRegister | undefined): VatRegisterQuestion {
  return async (vatId) => {
    if (!register) return undefined;
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, register.answersWithin ?? DEFAULT_PATIENCE, undefined);
    try {
      const isInUse = await Promise.race([register.isInUse(vatId).catch(() => undefined), late]);
      if (isInUse === undefined) return undefined;
      if (isInUse) return { by: register.id };
    } finally {
      clearTimeout(timer);
    }
    const problem = `expected a number that is in use, "${vatId}" is not in the register`;
    throw new CommerceError('bad_input', `Cannot use this VAT number: ${problem}.`, {
      fields: [{ path: 'vatId', problem }],
    });
  };
}
