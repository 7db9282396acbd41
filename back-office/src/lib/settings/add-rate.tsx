import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { regionsOf, type TaxTable } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { countries, country as nameOf } from '../words/country.ts';
import { tableWith } from './draft-rate.ts';
import { TaxPreview } from './tax-preview.tsx';

type Answer =
  | { readonly kind: 'added' }
  | { readonly kind: 'refused'; readonly at: string; readonly problem: string };

/** A rate that holds from a day on; what held before holds until then. */
export function AddRate({
  table,
  country,
  onClose,
}: {
  table: TaxTable;
  /** Whose rates are looked at. */
  country: string;
  onClose: () => void;
}) {
  const there = (code: string) => table.zones.filter((zone) => zone.country === code);
  const [where, setWhere] = useState({ country, zone: there(country)[0]?.id ?? '', region: '' });
  const [draft, setDraft] = useState({ class: 'standard', name: 'VAT', rate: '', from: '' });
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const rate = draft.rate.trim().replace(',', '.').replace(/\s*%$/, '');
  const place = where.zone
    ? { zone: where.zone }
    : { country: where.country, ...(where.region && { region: where.region }) };
  const input = { ...place, ...draft, rate };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.post('/tax-rates', body, options),
    tells: (answer) =>
      answer.kind === 'refused'
        ? { refused: answer.problem, at: answer.at }
        : { done: `${rate} % is laid down.` },
    onDone: onClose,
  });
  const known = there(where.country);
  const regions = regionsOf(where.country);
  const zone = known.find(({ id }) => id === where.zone) ?? {
    id: 'draft',
    name: nameOf(where.country),
    country: where.country,
    ...(where.region && { regions: [where.region] }),
  };
  return (
    <CommandDialog
      title="Add a tax rate"
      isOpen
      {...{ onClose, command, input }}
      isIncomplete={rate === '' || draft.from === '' || draft.name.trim() === ''}
      send="Add"
      size="lg"
    >
      {(problemAt) => (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <NativeSelect
              label="Country"
              value={where.country}
              onChange={({ currentTarget: { value } }) =>
                setWhere({ country: value, zone: there(value)[0]?.id ?? '', region: '' })
              }
              data={countries()}
              error={problemAt('country')}
            />
            {(known.length > 0 || regions.length > 0) && (
              <NativeSelect
                label="Where there"
                value={where.zone ? `zone ${where.zone}` : `region ${where.region}`}
                onChange={({ currentTarget: { value } }) => {
                  const [kind, ...rest] = value.split(' ');
                  const id = rest.join(' ');
                  setWhere({
                    ...where,
                    zone: kind === 'zone' ? id : '',
                    region: kind === 'region' ? id : '',
                  });
                }}
                data={placesThere(table, where.country)}
                error={problemAt('zone') ?? problemAt('region')}
              />
            )}
            <NativeSelect
              label="Tax class"
              value={draft.class}
              onChange={(event) => set({ class: event.currentTarget.value })}
              data={table.classes.map(({ id, name }) => ({ value: id, label: name }))}
              error={problemAt('class')}
            />
            <TextInput
              label="On receipts it is called"
              withAsterisk
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={problemAt('name')}
            />
            <TextInput
              label="Rate"
              withAsterisk
              inputMode="decimal"
              rightSection="%"
              value={draft.rate}
              onChange={(event) => set({ rate: event.currentTarget.value })}
              error={problemAt('rate')}
            />
            <TextInput
              type="date"
              label="Holds from"
              description="Until then the rate before it holds."
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              withAsterisk
              value={draft.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
              error={problemAt('from')}
            />
          </SimpleGrid>
          {/^\d{1,4}(\.\d{1,8})?$/.test(rate) && (
            <TaxPreview
              table={tableWith(table, zone, { ...draft, rate })}
              {...{ zone }}
              taxClass={draft.class}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}

/** All of it first, then parts that are taxed in their own way, then regions that are not yet. */
function placesThere({ zones }: TaxTable, country: string) {
  const known = zones.filter((zone) => zone.country === country);
  const isWhole = known.some(({ regions, postalCodes, cities }) => !(regions ?? postalCodes ?? cities));
  const free = regionsOf(country).filter(({ code }) =>
    known.every(({ regions }) => !regions?.includes(code)),
  );
  return [
    ...(isWhole ? [] : [{ value: 'region ', label: 'All of it' }]),
    ...known.map(({ id, name }) => ({ value: `zone ${id}`, label: name })),
    ...free.map(({ code, name }) => ({ value: `region ${code}`, label: name })),
  ];
}
