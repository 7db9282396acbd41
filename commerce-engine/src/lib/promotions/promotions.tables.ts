import type { ColumnType, Generated } from 'kysely';
import type { LocalText } from '../catalog/product-import.ts';
import type { Promotion, PromotionSettings } from './promotion.rules.ts';

type Json<Value> = ColumnType<Value, string, string>;

export interface PromotionsTables {
  promotions_promotion: {
    id: string;
    name: Json<LocalText>;
    enabled: Generated<boolean>;
    definition: Json<Promotion>;
    /** Copy of the definition's end, so that what is long over is not read. */
    valid_to: Date | null;
    changed_at: Date;
  };
  promotions_settings: {
    /** There is one row. */
    one_row: Generated<boolean>;
    settings: Json<PromotionSettings>;
  };
  promotions_coupon: {
    id: string;
    promotion_id: string;
    limit_total: number | null;
    limit_per_code: number | null;
    limit_per_customer: number | null;
    /** Counted only while there is a limit: a row that every cart writes would be a queue. */
    used: Generated<number>;
  };
  promotions_code: {
    /** {@link codeKey} of the code. */
    key: string;
    code: string;
    coupon_id: string;
    enabled: Generated<boolean>;
    valid_from: Date | null;
    valid_to: Date | null;
    /** The only customer it is for. */
    customer: string | null;
    /** Its own limit, or else its coupon's for each code. */
    limit_total: number | null;
    used: Generated<number>;
  };
  promotions_customer: {
    coupon_id: string;
    customer: string;
    used: number;
  };
  promotions_use: {
    /** `checkout:<id>` or `order:<id>`. */
    owner: string;
    coupon_id: string;
    code_key: string;
    /** Null when it is not known. */
    customer: string | null;
    at: Date;
  };
}

/** What makes codes the same: how they are capitalised and spaced does not. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase();
}

/** What makes customers the same; null when nobody is named. */
export function customerKey(customer: string | undefined): string | null {
  return customer?.trim().toLowerCase() || null;
}
