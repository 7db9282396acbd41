import { Button, Checkbox, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { money } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { MoneyField } from '../look/money-field.tsx';
import css from '../look/sentence.module.css';
import { Words } from '../look/sentence.tsx';
import { Steps } from '../look/steps.tsx';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { begunPrices, type PricesDraft, type TierDraft } from './method-draft.ts';

/** What a method costs: a list of steps for each currency. */
export function MethodPrices({
  prices,
  onChange,
  problemAt,
}: {
  prices: readonly PricesDraft[];
  onChange: (prices: readonly PricesDraft[]) => void;
  problemAt: ProblemAt;
}) {
  const { channels } = useSession();
  const own = [...new Set(channels.flatMap(({ currencies }) => currencies))];
  const more = own.filter((currency) => prices.every((each) => each.currency !== currency));
  return (
    <Stack gap="sm">
      {prices.map((each, at) => (
        <InCurrency
          key={each.currency}
          prices={each}
          onChange={(changed) => onChange(prices.with(at, changed))}
          onTakeOut={prices.length > 1 ? () => onChange(prices.toSpliced(at, 1)) : undefined}
          problemAt={problemAt}
          at={`prices.${at}`}
        />
      ))}
      {more.length > 0 && (
        <Group gap="xs">
          {more.map((currency) => (
            <Button
              key={currency}
              variant="subtle"
              size="compact-sm"
              onClick={() => onChange([...prices, begunPrices(currency)])}
            >
              {`Also in ${currency}`}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function InCurrency({
  prices,
  onChange,
  onTakeOut,
  problemAt,
  at,
}: {
  prices: PricesDraft;
  onChange: (prices: PricesDraft) => void;
  onTakeOut: (() => void) | undefined;
  problemAt: ProblemAt;
  at: string;
}) {
  const { currency, tiers, hasFreeFrom, freeFrom } = prices;
  const least = Math.min(...tiers.map(({ fromSubtotal }) => fromSubtotal ?? 0));
  return (
    <Fieldset legend={`Price in ${currency}`}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          By the goods’ sum after discounts and their weight. The step of the heaviest weight holds, and of
          those the one of the highest sum.
        </Text>
        <Steps<TierDraft>
          items={tiers}
          onChange={(changed) => onChange({ ...prices, tiers: changed })}
          next={(last) => ({
            fromSubtotal: last?.fromSubtotal ?? 0,
            fromKilos: last?.fromKilos ?? 0,
            price: undefined,
          })}
          more="Another step"
        >
          {(tier, set, step) => (
            <>
              <Words>from</Words>
              <Sum
                label={`Goods in ${currency} from`}
                {...{ currency }}
                value={tier.fromSubtotal}
                onChange={(fromSubtotal) => set({ ...tier, fromSubtotal })}
                error={problemAt(`${at}.tiers.${step}.fromSubtotal`)}
              />
              <Words>and</Words>
              <NumberInput
                aria-label={`Weight from, price in ${currency}`}
                className={css.number}
                hideControls
                value={tier.fromKilos}
                onChange={(typed) => set({ ...tier, fromKilos: Number(typed) || 0 })}
                min={0}
                decimalScale={3}
                suffix=" kg"
                error={problemAt(`${at}.tiers.${step}.fromWeight`)}
              />
              <Words>costs</Words>
              <Sum
                label={`Price in ${currency}`}
                {...{ currency }}
                value={tier.price}
                onChange={(price) => set({ ...tier, price })}
                error={problemAt(`${at}.tiers.${step}.price`)}
              />
            </>
          )}
        </Steps>
        {least > 0 && (
          <Text size="xs" c="dimmed">
            {`Orders below ${amount(money(least, currency))} are not offered it.`}
          </Text>
        )}
        <Group gap="sm">
          <Checkbox
            label="Free for goods from"
            checked={hasFreeFrom}
            onChange={(event) => onChange({ ...prices, hasFreeFrom: event.currentTarget.checked })}
          />
          {hasFreeFrom && (
            <Sum
              label={`Free in ${currency} from`}
              {...{ currency }}
              value={freeFrom}
              onChange={(sum) => onChange({ ...prices, freeFrom: sum })}
              error={problemAt(`${at}.freeFrom`)}
            />
          )}
        </Group>
        {onTakeOut && (
          <div>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onTakeOut}>
              {`Not in ${currency} any more`}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}

/** What cannot be read is undefined, never nothing: a price that is half typed is no free delivery. */
function Sum({
  label,
  currency,
  value,
  onChange,
  error,
}: {
  label: string;
  currency: string;
  value: number | undefined;
  onChange: (minor: number | undefined) => void;
  error: string | undefined;
}) {
  return (
    <div className={css.money}>
      <MoneyField
        ariaLabel={label}
        currency={currency}
        value={value === undefined ? undefined : money(value, currency)}
        onChange={(typed) => onChange(typed?.amount)}
        error={error}
      />
    </div>
  );
}
