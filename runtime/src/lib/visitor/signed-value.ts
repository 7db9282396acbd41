import { createHmac, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const MOST_BELIEVED = 10_000;
const LONGEST_BELIEVED = 200;

/** Signs values a browser keeps for us, so that only values this shop handed out are believed. */
export interface ValueSigner {
  /** `purpose` keeps a value signed for one cookie from being accepted in another. */
  sign(purpose: string, value: string): string;
  /** The value, or `undefined` when the signature is not ours. */
  open(purpose: string, signed: string | undefined): string | undefined;
}

/** @param secret at least 16 characters; the same in every process of a shop. */
export function createValueSigner(secret: string): ValueSigner {
  if (secret.length < 16)
    throw new Error(
      `The runtime's secret signs cookies and needs at least 16 characters; it has ${secret.length}. Set VITRINE_SECRET.`,
    );
  const signature = (purpose: string, value: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('base64url');
  // Values found right before, whole: a browser sends the same ones with every request. What is not in it is compared in full.
  const believed = new LRUCache<string, string>({ max: MOST_BELIEVED });
  return {
    sign: (purpose, value) => `${value}.${signature(purpose, value)}`,
    open: (purpose, signed) => {
      const dot = signed?.lastIndexOf('.') ?? -1;
      if (signed === undefined || dot < 1) return undefined;
      const whole = `${purpose}\n${signed}`;
      const known = believed.get(whole);
      if (known !== undefined) return known;
      const value = signed.slice(0, dot);
      const given = Buffer.from(signed.slice(dot + 1));
      const right = Buffer.from(signature(purpose, value));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      if (whole.length <= LONGEST_BELIEVED) believed.set(whole, value);
      return value;
    },
  };
}
