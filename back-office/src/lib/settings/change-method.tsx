import { Checkbox, SimpleGrid, Stack, Switch } from '@mantine/core';
import { type DeliveryMethodInput, type Money, money } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog, type ProblemAt } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { useSession } from '../shell/session.ts';
import { type LocalText, localName, withoutEmpty } from '../words/local-name.ts';
import { tierWords } from './method-words.ts';

/** A price that cannot be read now is undefined. */
interface PricesDraft {
  readonly currency: string;
  readonly tiers: readonly { readonly price: number | undefined }[];
  readonly hasFreeFrom: boolean;
  readonly freeFrom?: number | undefined;
}

interface Draft {
  readonly name: LocalText;
  readonly isOffered: boolean;
  readonly channels: readonly string[];
  readonly prices: readonly PricesDraft[];
}

type Answer = { readonly kind: 'changed' | 'unchanged' | 'no-method' };

/** What shoppers call it, what it costs, and where it is offered. */
export function ChangeMethod({ method, onClose }: { method: DeliveryMethodInput; onClose: () => void }) {
  const { channels } = useSession();
  const everywhere = channels.map(({ id }) => id);
  const [draft, setDraft] = useState<Draft>({
    name: method.name,
    isOffered: !method.retired,
    channels: method.channels ?? everywhere,
    prices: method.prices.map((each) => ({ ...each, hasFreeFrom: each.freeFrom !== undefined })),
  });
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const isEverywhere = everywhere.every((id) => draft.channels.includes(id));
  const input = {
    name: withoutEmpty(draft.name),
    prices: draft.prices.map(({ hasFreeFrom, freeFrom, ...each }) => ({
      ...each,
      ...(hasFreeFrom && { freeFrom }),
    })),
    retired: !draft.isOffered,
    channels: isEverywhere ? null : draft.channels,
  };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.patch(`/delivery-methods/${encodeURIComponent(method.id)}`, body, options),
    tells: ({ kind }) =>
      kind === 'no-method'
        ? { refused: 'There is no such delivery method any more.' }
        : { done: `${localName(method.name)} is saved.` },
    onDone: onClose,
  });
  const isIncomplete =
    Object.keys(input.name).length === 0 ||
    draft.prices.some(
      ({ tiers, hasFreeFrom, freeFrom }) =>
        tiers.some(({ price }) => price === undefined) || (hasFreeFrom && freeFrom === undefined),
    );
  return (
    <CommandDialog
      title={`Change ${localName(method.name)}`}
      isOpen
      {...{ onClose, command, input, isIncomplete }}
      send="Save"
      size="lg"
    >
      {(problemAt) => (
        <>
          <LocalFields
            label="Name"
            value={draft.name}
            onChange={(name) => set({ name })}
            problemAt={(locale) => problemAt(`name.${locale}`)}
          />
          {draft.prices.map((prices, at) => (
            <PricesFields
              key={prices.currency}
              prices={prices}
              steps={method.prices[at]!.tiers}
              onChange={(changed) => set({ prices: draft.prices.with(at, changed) })}
              problemAt={problemAt}
              at={`prices.${at}`}
            />
          ))}
          <Switch
            label="Shoppers may choose it"
            checked={draft.isOffered}
            onChange={(event) => set({ isOffered: event.currentTarget.checked })}
          />
          {draft.isOffered && channels.length > 1 && (
            <Checkbox.Group
              label="Offered in"
              value={[...draft.channels]}
              onChange={(ids) => set({ channels: ids })}
              error={
                problemAt('channels') &&
                'Choose a channel, or switch it off so that shoppers cannot choose it anywhere.'
              }
            >
              <Stack gap="xs" mt="xs">
                {channels.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </>
      )}
    </CommandDialog>
  );
}

function PricesFields({
  prices,
  steps,
  onChange,
  problemAt,
  at,
}: {
  prices: PricesDraft;
  /** From where on each price holds. */
  steps: DeliveryMethodInput['prices'][number]['tiers'];
  onChange: (prices: PricesDraft) => void;
  problemAt: ProblemAt;
  at: string;
}) {
  const { currency, tiers, hasFreeFrom, freeFrom } = prices;
  const of = (minor: number | undefined): Money | undefined =>
    minor === undefined ? undefined : money(minor, currency);
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {tiers.map((tier, index) => {
          const from = tierWords(steps[index]!, currency);
          return (
            <MoneyField
              key={index}
              label={[`Price in ${currency}`, from].filter(Boolean).join(' ')}
              currency={currency}
              value={of(tier.price)}
              onChange={(typed) =>
                onChange({ ...prices, tiers: tiers.with(index, { ...tier, price: typed?.amount }) })
              }
              error={problemAt(`${at}.tiers.${index}.price`)}
              isRequired
            />
          );
        })}
      </SimpleGrid>
      <Checkbox
        mt="sm"
        label={`Free from a sum of goods in ${currency}`}
        checked={hasFreeFrom}
        onChange={(event) => onChange({ ...prices, hasFreeFrom: event.currentTarget.checked })}
      />
      {hasFreeFrom && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
          <MoneyField
            label={`Free in ${currency} from`}
            description="The goods’ sum after discounts."
            currency={currency}
            value={of(freeFrom)}
            onChange={(typed) => onChange({ ...prices, freeFrom: typed?.amount })}
            error={problemAt(`${at}.freeFrom`)}
            isRequired
          />
        </SimpleGrid>
      )}
    </div>
  );
}
