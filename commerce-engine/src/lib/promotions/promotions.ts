import type { Queryable, Transaction } from '@vitrine/database';
import { z } from 'zod';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { parseInput } from '../parse-input.ts';
import { giveBack, takeUses, type UsesToTake } from './coupon-uses.ts';
import { addCodes, enableCodes, saveCoupon } from './coupons.commands.ts';
import { type CodeQuestion, lookUpCodes, readCodes, readCoupons } from './coupons.queries.ts';
import { createPromotionMemory } from './current-promotions.ts';
import { forgetCustomer } from './forget-customer.ts';
import type { PromotionSettings } from './promotion.rules.ts';
import {
  type CouponCodeInput,
  type CouponInput,
  couponCodesSchema,
  couponSchema,
  type PromotionInput,
  promotionSchema,
  promotionSettingsSchema,
} from './promotion-input.ts';
import { disablePromotion, enablePromotion, savePromotion, writeSettings } from './promotions.commands.ts';
import { type CurrentPromotions, readPromotion, readPromotions, readSettings } from './promotions.queries.ts';
import type {
  AddCodesOutcome,
  CodeState,
  CouponCodeView,
  CouponView,
  EnablePromotionOutcome,
  PromotionView,
  SaveCouponOutcome,
  SavePromotionOutcome,
  TakeUsesOutcome,
} from './promotions.views.ts';

/** What takes something off prices. Commands need `promotions.write`. */
export interface Promotions {
  /** All, by id. */
  list(options?: ReadOptions): Promise<readonly PromotionView[]>;
  get(id: string, options?: ReadOptions): Promise<PromotionView | undefined>;
  settings(options?: ReadOptions): Promise<PromotionSettings>;
  /** Makes a promotion, disabled, or changes one that is disabled. */
  save(command: CommandContext, promotion: PromotionInput): Promise<SavePromotionOutcome>;
  /** It holds from now on, wherever its dates and conditions allow. */
  enable(command: CommandContext, id: string): Promise<EnablePromotionOutcome>;
  disable(command: CommandContext, id: string): Promise<{ readonly kind: 'disabled' | 'unknown' }>;
  changeSettings(command: CommandContext, settings: PromotionSettings): Promise<void>;
  coupons(options?: ReadOptions): Promise<readonly CouponView[]>;
  /** Codes of a coupon in their order, 100 unless told; `after` = the last one of the page before. */
  codes(
    couponId: string,
    options?: ReadOptions & { readonly after?: string; readonly limit?: number },
  ): Promise<readonly CouponCodeView[]>;
  saveCoupon(command: CommandContext, coupon: CouponInput): Promise<SaveCouponOutcome>;
  /** At most 10,000 at once. Codes that exist already stay as they are. */
  addCodes(
    command: CommandContext,
    input: { readonly couponId: string; readonly codes: readonly CouponCodeInput[] },
  ): Promise<AddCodesOutcome>;
  enableCodes(
    command: CommandContext,
    input: { readonly codes: readonly string[]; readonly enabled: boolean },
  ): Promise<{ readonly changed: number }>;
  /** Those that are enabled, ready for `applyPromotions`. No statement while nothing changes. */
  current(on?: Queryable): Promise<CurrentPromotions>;
  /** What each code does for this customer now, in the order of the codes; one statement. */
  lookUpCodes(on: Queryable, codes: readonly string[], question: CodeQuestion): Promise<CodeState[]>;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    /** A use of each code, or of none. Waits for others who want the last one. */
    takeUses(tx: Transaction, uses: UsesToTake): Promise<TakeUsesOutcome>;
    /** What that owner took can be used again. */
    giveBack(tx: Transaction, owner: string): Promise<void>;
    /** Takes somebody's address out of what was counted for it. */
    forgetCustomer(tx: Transaction, customer: string): Promise<void>;
  };
}

const id = z.string().min(1).max(200);
const addCodesSchema = z.strictObject({ couponId: id, codes: couponCodesSchema });
const enableCodesSchema = z.strictObject({
  codes: z.array(z.string().max(60)).min(1).max(10_000),
  enabled: z.boolean(),
});

export function createPromotions(context: EngineContext): Promotions {
  const { database, clock } = context;
  const current = createPromotionMemory(database, clock);
  const capability = 'promotions.write';
  return {
    list: ({ on = database } = {}) => readPromotions(on),
    get: (promotionId, { on = database } = {}) => readPromotion(on, promotionId),
    settings: ({ on = database } = {}) => readSettings(on),
    coupons: ({ on = database } = {}) => readCoupons(on),
    codes: (couponId, { on = database, ...page } = {}) => readCodes(on, couponId, page),
    current: (on = database) => current.read(on),
    lookUpCodes,
    async save(command, promotion) {
      const body = parseInput(promotionSchema, promotion, `promotion "${promotion?.id}"`);
      const call = { name: 'promotions.save', capability, body } as const;
      return runCommand(context, command, call, (tx) => savePromotion(tx, body, clock()));
    },
    async enable(command, promotionId) {
      const body = parseInput(id, promotionId, 'this promotion id');
      const call = { name: 'promotions.enable', capability, body } as const;
      return runCommand(context, command, call, (tx) => enablePromotion(tx, body, clock()));
    },
    async disable(command, promotionId) {
      const body = parseInput(id, promotionId, 'this promotion id');
      const call = { name: 'promotions.disable', capability, body } as const;
      return runCommand(context, command, call, (tx) => disablePromotion(tx, body, clock()));
    },
    async changeSettings(command, settings) {
      const body = parseInput(promotionSettingsSchema, settings, 'these promotion settings');
      const call = { name: 'promotions.changeSettings', capability, body } as const;
      await runCommand(context, command, call, async (tx) => {
        await writeSettings(tx, body);
        return null;
      });
    },
    async saveCoupon(command, coupon) {
      const body = parseInput(couponSchema, coupon, `coupon "${coupon?.id}"`);
      const call = { name: 'promotions.saveCoupon', capability, body } as const;
      return runCommand(context, command, call, (tx) => saveCoupon(tx, body));
    },
    async addCodes(command, input) {
      const body = parseInput(addCodesSchema, input, 'these coupon codes');
      const call = { name: 'promotions.addCodes', capability, body } as const;
      return runCommand(context, command, call, (tx) => addCodes(tx, body.couponId, body.codes));
    },
    async enableCodes(command, input) {
      const body = parseInput(enableCodesSchema, input, 'these coupon codes');
      const call = { name: 'promotions.enableCodes', capability, body } as const;
      return runCommand(context, command, call, (tx) => enableCodes(tx, body));
    },
    inTransaction: { takeUses: (tx, uses) => takeUses(tx, uses, clock()), giveBack, forgetCustomer },
  };
}
