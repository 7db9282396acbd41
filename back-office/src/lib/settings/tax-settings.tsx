import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ChannelTaxInput, TaxTable } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { useFilters } from '../asking/use-filters.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { type Channel, useSession } from '../shell/session.ts';
import { country } from '../words/country.ts';
import { AddRate } from './add-rate.tsx';
import { ChangeTax } from './change-tax.tsx';
import css from './settings.module.css';
import { TaxPreview } from './tax-preview.tsx';
import { type RateRow, rateRows, validityWords } from './tax-rows.ts';
import { basedOnWords, roundingWords, shippingWords, vatNumberWords } from './tax-words.ts';

/** How each channel taxes, and the rates of the shop's own tables. */
export function TaxSettings() {
  const { channels } = useSession();
  const settings = useAnswer<{ readonly channels: readonly ChannelTaxInput[] }>('/channel-tax');
  const tables = useAnswer<TaxTable>('/tax-tables');
  return (
    <Stack gap="md">
      <Answer to={settings} of="how channels tax">
        {({ channels: kept }) => (
          <Stack gap="md">
            {kept.map((setting) => {
              const channel = channels.find(({ id }) => id === setting.channel);
              return (
                channel && (
                  <OfChannel
                    key={channel.id}
                    {...{ channel, setting }}
                    classes={tables.data?.classes ?? []}
                  />
                )
              );
            })}
          </Stack>
        )}
      </Answer>
      <Answer to={tables} of="the tax tables">
        {(table) => <Rates table={table} />}
      </Answer>
    </Stack>
  );
}

function OfChannel({
  channel,
  setting,
  classes,
}: {
  channel: Channel;
  setting: ChannelTaxInput;
  classes: TaxTable['classes'];
}) {
  const [isChanging, setChanging] = useState(false);
  return (
    <Section
      title={channel.name}
      actions={<ChangeButton of={`how ${channel.name} taxes`} onClick={() => setChanging(true)} />}
    >
      <div className={css.facts}>
        <Facts
          of={{
            'Taxes of': basedOnWords[setting.basedOn],
            'Delivery is taxed': shippingWords(setting.shipping, classes),
            'VAT numbers': vatNumberWords[setting.vatNumbers ?? 'verified'],
            Rounding: roundingWords(setting.rounding),
          }}
        />
      </div>
      {isChanging && <ChangeTax {...{ channel, setting, classes }} onClose={() => setChanging(false)} />}
    </Section>
  );
}

const columns: readonly Column<RateRow>[] = [
  { label: 'Class', cell: ({ className }) => className },
  { label: 'Where', cell: ({ zone }) => zone },
  { label: 'Tax', cell: ({ name }) => name },
  { label: 'Rate', cell: ({ rate }) => `${rate} %`, isNumeric: true, onPhone: 'end' },
  {
    label: 'Holds',
    cell: (row) =>
      row.state === 'now' ? (
        validityWords(row)
      ) : (
        <>
          {validityWords(row)} <Tag tone="quiet">{row.state === 'over' ? 'Over' : 'To come'}</Tag>
          {row.state === 'to-come' && <TakeBack row={row} />}
        </>
      ),
  },
];

/** One country's at a time: there are hundreds. */
function Rates({ table }: { table: TaxTable }) {
  const { channels } = useSession();
  const filters = useFilters(['country', 'part']);
  const countries = [...new Set(table.zones.map((zone) => zone.country))]
    .map((code) => ({ value: code, label: country(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const own = countries.find(({ value }) => value === channels[0]?.country)?.value;
  const shown = filters.values.country ?? own ?? countries[0]?.value ?? '';
  const rows = rateRows(table, shown, new Date());
  const [isAdding, setAdding] = useState(false);
  const [taxClass, setTaxClass] = useState('standard');
  const whole = table.zones.find((zone) => zone.country === shown);
  return (
    <Section
      title="Rates"
      flush
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          Add a rate
        </Button>
      }
    >
      <Stack gap="sm" px="md" pb="sm">
        <Text size="sm" c="dimmed" className={css.about}>
          These are the shop’s own tables: what is published, and what you add. They hold wherever no tax
          service answers. A rate that changes is added with its first day; orders from before keep theirs.
        </Text>
        {countries.length > 0 && (
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label="Country"
              value={shown}
              onChange={(event) => filters.set({ country: event.currentTarget.value })}
              data={countries}
              w={240}
            />
            <NativeSelect
              label="Example for"
              value={taxClass}
              onChange={(event) => setTaxClass(event.currentTarget.value)}
              data={table.classes.map(({ id, name }) => ({ value: id, label: name }))}
              w={200}
            />
          </Group>
        )}
        {whole && <TaxPreview {...{ table, taxClass }} zone={whole} />}
      </Stack>
      {isAdding && <AddRate {...{ table }} country={shown} onClose={() => setAdding(false)} />}
      {rows.length === 0 ? (
        <Empty title="No rates" isPart>
          Goods that go there are not taxed.
        </Empty>
      ) : (
        <Rows label="Tax rates" items={rows} columns={columns} keyOf={({ id }) => id} />
      )}
    </Section>
  );
}

/** Only one that is still to come: what holds has been charged. */
function TakeBack({ row }: { row: RateRow }) {
  const command = useCommand<string, { readonly kind: 'removed' | 'no-rate' | 'holds-already' }>({
    send: (id, options) => api.delete(`/tax-rates/${encodeURIComponent(id)}`, options),
    tells: ({ kind }) =>
      kind === 'holds-already'
        ? { refused: 'It holds already. Add another rate from tomorrow on.' }
        : { done: `${row.rate} % is taken back.` },
  });
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        loading={command.isBusy}
        aria-label={`Take back ${row.rate} % for ${row.className} in ${row.zone}`}
        onClick={() => command.send(row.id)}
      >
        Take back
      </Button>
      {command.problem && (
        <Text size="xs" c="red" role="alert">
          {command.problem.sentence}
        </Text>
      )}
    </>
  );
}
