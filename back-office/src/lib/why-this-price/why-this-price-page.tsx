import { MultiSelect, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PriceListView, PromotionView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useFilters } from '../asking/use-filters.ts';
import { VariantSearch } from '../goods/variant-search.tsx';
import { Columns } from '../look/columns.tsx';
import { MomentField } from '../look/moment-field.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { localName } from '../words/local-name.ts';
import { readBasket, writeBasket } from './basket.ts';
import { SimulatedLines } from './simulated-lines.tsx';
import { SimulatedPromotions } from './simulated-promotions.tsx';
import { useSimulation } from './use-simulation.ts';

const names = ['basket', 'channel', 'currency', 'group', 'customer', 'at', 'codes', 'tender', 'try'] as const;

/** What a basket would cost, anywhere, for anyone, at any time, and why. It all stands in the address, to be shown to others. */
export function WhyThisPricePage() {
  const { channels } = useSession();
  const { values, set } = useFilters(names);
  const lines = readBasket(values.basket);
  const channel = channels.find(({ id }) => id === values.channel) ?? channels[0]!;
  const currency = channel.currencies.find((each) => each === values.currency) ?? channel.currencies[0]!;
  const codes = listOf(values.codes);
  const trials = listOf(values.try);
  // Words that are typed are sent when they are done.
  const [group] = useDebouncedValue(values.group, 250);
  const [customer] = useDebouncedValue(values.customer, 250);
  const [tender] = useDebouncedValue(values.tender, 250);
  const asked = useSimulation({
    channel: channel.id,
    locale: channel.locales[0]!,
    currency,
    ...(group !== undefined && { customerGroup: group }),
    ...(customer !== undefined && { customer }),
    ...(values.at !== undefined && { at: values.at }),
    lines,
    codes,
    ...(tender !== undefined && { tender }),
    trials,
  });
  const put = (variantId: string, quantity: number) => {
    const others = lines.filter((line) => line.variantId !== variantId);
    const at = lines.findIndex((line) => line.variantId === variantId);
    const next =
      quantity < 1 ? others : others.toSpliced(at < 0 ? others.length : at, 0, { variantId, quantity });
    set({ basket: writeBasket(next) });
  };
  return (
    <>
      <PageHead title="Why this price?" />
      <Columns
        beside={
          <>
            <Section title="Where, for whom, when">
              <Stack gap="sm">
                <NativeSelect
                  label="Channel"
                  data={channels.map(({ id, name }) => ({ value: id, label: name }))}
                  value={channel.id}
                  onChange={(event) => set({ channel: event.currentTarget.value, currency: undefined })}
                />
                {channel.currencies.length > 1 && (
                  <NativeSelect
                    label="Currency"
                    data={[...channel.currencies]}
                    value={currency}
                    onChange={(event) => set({ currency: event.currentTarget.value })}
                  />
                )}
                <GroupField value={values.group} onChange={(next) => set({ group: next })} />
                <MomentField
                  label="When"
                  description="Empty = now."
                  value={values.at}
                  onChange={(at) => set({ at })}
                />
                <TextInput
                  label="Way of paying"
                  placeholder="Not known yet"
                  value={values.tender ?? ''}
                  onChange={(event) => set({ tender: event.currentTarget.value })}
                />
              </Stack>
            </Section>
            <Section title="Codes">
              <Stack gap="sm">
                <TagsInput
                  label="Codes they bring"
                  placeholder={codes.length === 0 ? 'Type a code, then Enter' : undefined}
                  value={codes}
                  onChange={(next) => set({ codes: next.join(',') })}
                  maxTags={10}
                  splitChars={[',', ' ']}
                />
                <TextInput
                  label="Customer’s e-mail"
                  description="For codes that are one customer’s own."
                  value={values.customer ?? ''}
                  onChange={(event) => set({ customer: event.currentTarget.value })}
                />
              </Stack>
            </Section>
            <TrialsField value={trials} onChange={(next) => set({ try: next.join(',') })} />
          </>
        }
      >
        <Section title="Basket" flush>
          <div style={{ padding: '0 16px 12px' }}>
            <VariantSearch
              label="Put something in"
              onChosen={({ variantId }) =>
                put(variantId, (lines.find((line) => line.variantId === variantId)?.quantity ?? 0) + 1)
              }
            />
          </div>
          {lines.length === 0 ? (
            <Empty title="The basket is empty">
              Put articles in: what they cost and why is told at once. Nothing of it is kept.
            </Empty>
          ) : (
            <Answer to={asked} of="the prices">
              {(told) => <SimulatedLines told={told} isOld={asked.isPlaceholderData} put={put} />}
            </Answer>
          )}
        </Section>
        {lines.length > 0 && asked.data && <SimulatedPromotions told={asked.data} currency={currency} />}
      </Columns>
    </>
  );
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter(Boolean);
}

/** Groups that occur in price lists, or any other. */
function GroupField({ value, onChange }: { value: string | undefined; onChange: (group: string) => void }) {
  const lists = useAnswer<{ readonly lists: readonly PriceListView[] }>('/price-lists').data?.lists ?? [];
  const groups = [...new Set(lists.flatMap(({ customerGroup }) => customerGroup ?? []))];
  return (
    <>
      <TextInput
        label="Price groups"
        description="Several with commas between."
        placeholder="Anyone"
        list="price-groups"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id="price-groups">
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
    </>
  );
}

/** Promotions that are not published yet. */
function TrialsField({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const all =
    useAnswer<{ readonly promotions: readonly PromotionView[] }>('/promotions').data?.promotions ?? [];
  const open = all.filter(({ id, enabled }) => !enabled || value.includes(id));
  if (open.length === 0) return null;
  return (
    <Section title="Try what is not published">
      <MultiSelect
        aria-label="Promotions to try"
        placeholder={value.length === 0 ? 'None' : undefined}
        data={open.map(({ id, name }) => ({ value: id, label: localName(name) || id }))}
        value={value.filter((id) => open.some((each) => each.id === id))}
        onChange={onChange}
        searchable
      />
    </Section>
  );
}
