/** What the demo brand takes off for those who bring a code. Follows `PromotionInput` of the commerce engine. */
export const demoPromotion = {
  id: 'ahoy',
  name: { en: 'A tenth less to begin with', de: 'Ein Zehntel weniger zum Anfang' },
  priority: 0,
  mode: 'compound',
  coupon: true,
  effect: {
    kind: 'simple',
    lines: { include: [{ kind: 'everything' }] },
    cut: { kind: 'percent', basisPoints: 1000 },
  },
} as const;

export const demoCoupon = { id: 'ahoy', promotionId: demoPromotion.id } as const;
export const demoCodes = [{ code: 'AHOY10' }] as const;
