import type { RedeemRule } from '@vitrine/commerce-engine/client';
import { CountField, SumField, Words } from '../look/sentence.tsx';
import { Steps } from '../look/steps.tsx';
import type { ProgrammeEditing } from './programme-editing.ts';

/** What points pay, in each currency once. */
export function RedeemingFields({ draft, currencies, onChange, problemAt }: ProgrammeEditing) {
  const { redeem } = draft;
  const free = currencies.filter((currency) => redeem.every((rule) => rule.currency !== currency));
  return (
    <Steps<RedeemRule>
      items={redeem}
      least={0}
      onChange={(next) => onChange({ redeem: next })}
      next={() => ({ currency: free[0]!, points: 100, amount: 100 })}
      more={free.length > 0 ? `What points pay in ${free[0]}` : undefined}
    >
      {(rule, set, at) => (
        <>
          <CountField
            label="Points that pay"
            value={rule.points || undefined}
            onChange={(points = 0) => set({ ...rule, points })}
            error={problemAt(`redeem.${at}.points`)}
          />
          <Words>points pay</Words>
          <SumField
            label="They pay"
            currency={rule.currency}
            value={rule.amount}
            onChange={(amount) => set({ ...rule, amount })}
            error={problemAt(`redeem.${at}.amount`)}
          />
          <Words>, at least</Words>
          <CountField
            label="Points at a time at least"
            value={rule.least}
            onChange={(least) => set({ ...rule, least })}
            most={1_000_000}
            error={problemAt(`redeem.${at}.least`)}
          />
          <Words>points at a time, at most</Words>
          <CountField
            label="Part of an order at most"
            suffix=" %"
            value={rule.mostPercent}
            onChange={(mostPercent) => set({ ...rule, mostPercent })}
            most={100}
            error={problemAt(`redeem.${at}.mostPercent`)}
          />
          <Words>of an order (empty = no bound)</Words>
        </>
      )}
    </Steps>
  );
}
