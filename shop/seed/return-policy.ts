/** How long things can come back, as the demo store's terms say. Follows `RefundPolicyInput` of the commerce engine. */
export const demoReturnPolicy = { channel: 'online', tenders: {}, returnDays: 30 };
