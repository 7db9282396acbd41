import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import type { EarnBonus, EarnRule } from '@vitrine/commerce-engine/client';
import { CountField, SumField, Words } from '../look/sentence.tsx';
import { Steps } from '../look/steps.tsx';
import { ConditionFields } from './condition-fields.tsx';
import type { ProgrammeEditing } from './programme-editing.ts';

/** What earns points, and what earns more. */
export function EarningFields({ draft, currencies, onChange, problemAt }: ProgrammeEditing) {
  const { earn, bonuses, tiers, ownTendersEarn } = draft;
  return (
    <Stack gap="md">
      <Steps<EarnRule>
        items={earn}
        least={0}
        onChange={(next) => onChange({ earn: next })}
        next={() => ({ currency: currencies[0]!, points: 1, per: 100 })}
        more="Another way to earn"
      >
        {(rule, set, at) => (
          <>
            <CountField
              label="Points earned"
              value={rule.points || undefined}
              onChange={(points = 0) => set({ ...rule, points })}
              error={problemAt(`earn.${at}.points`)}
            />
            <Words>points for every</Words>
            <SumField
              label="For every"
              isBare={currencies.length > 1}
              currency={rule.currency}
              value={rule.per}
              onChange={(per) => set({ ...rule, per })}
              error={problemAt(`earn.${at}.per`)}
            />
            {currencies.length > 1 && (
              <NativeSelect
                aria-label="Currency"
                data={[...currencies]}
                value={rule.currency}
                onChange={(event) => set({ ...rule, currency: event.currentTarget.value })}
              />
            )}
            <ConditionFields
              rule={rule}
              tiers={tiers}
              onChange={set}
              problemAt={(path) => problemAt(`earn.${at}.${path}`)}
            />
          </>
        )}
      </Steps>
      <Stack gap="sm">
        <Text fw={600} size="sm">
          More for some
        </Text>
        <Steps<EarnBonus>
          items={bonuses}
          least={0}
          onChange={(next) => onChange({ bonuses: next })}
          next={() => ({ percent: 50 })}
          more={bonuses.length === 0 ? 'A bonus' : 'Another bonus'}
        >
          {(bonus, set, at) => (
            <>
              <CountField
                label="Percent more"
                suffix=" %"
                value={bonus.percent || undefined}
                onChange={(percent = 0) => set({ ...bonus, percent })}
                error={problemAt(`bonuses.${at}.percent`)}
              />
              <Words>more</Words>
              <ConditionFields
                rule={bonus}
                tiers={tiers}
                onChange={set}
                problemAt={(path) => problemAt(`bonuses.${at}.${path}`)}
              />
            </>
          )}
        </Steps>
      </Stack>
      <Checkbox
        label="What gift cards, store credit and points pay earns too"
        description="Otherwise only what is paid with money earns."
        checked={ownTendersEarn}
        onChange={(event) => onChange({ ownTendersEarn: event.currentTarget.checked })}
      />
    </Stack>
  );
}
