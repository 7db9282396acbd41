import { NativeSelect, SimpleGrid, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { Seller } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog, type ProblemAt } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import type { Channel } from '../shell/session.ts';
import { countries } from '../words/country.ts';
import { sellerLines } from './seller-words.ts';
import css from './settings.module.css';

interface Draft {
  readonly name: string;
  /** One line each. */
  readonly address: string;
  readonly country: string;
  readonly taxId: string;
  readonly note: string;
  readonly hasBank: boolean;
  readonly holder: string;
  readonly iban: string;
  readonly bic: string;
  readonly bank: string;
  readonly invoice: string;
  readonly creditNote: string;
}

/** Who sells in a channel, with what its papers will print. */
export function ChangeSeller({
  channel,
  seller,
  onClose,
}: {
  channel: Channel;
  seller: Seller | undefined;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(seller, channel));
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const input = { channel: channel.id, ...sellerOf(draft) };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post('/sellers', body, options),
    tells: () => ({ done: `The seller of ${channel.name} is saved.` }),
    onDone: onClose,
  });
  const isIncomplete = [draft.name, draft.address, draft.taxId].some((text) => text.trim() === '');
  return (
    <CommandDialog
      title={`Seller of ${channel.name}`}
      isOpen
      {...{ onClose, command, input, isIncomplete }}
      send="Save"
      size="lg"
    >
      {(problemAt) => (
        <>
          <Who {...{ draft, set, problemAt }} />
          <Bank {...{ draft, set, problemAt }} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label="Invoice numbers begin with"
              value={draft.invoice}
              onChange={(event) => set({ invoice: event.currentTarget.value.toUpperCase() })}
              error={problemAt('prefixes.invoice') ?? problemAt('prefixes')}
            />
            <TextInput
              label="Credit note numbers begin with"
              value={draft.creditNote}
              onChange={(event) => set({ creditNote: event.currentTarget.value.toUpperCase() })}
              error={problemAt('prefixes.creditNote')}
            />
          </SimpleGrid>
          <div className={css.paper}>
            <Text size="xs" c="dimmed">
              Invoices will print
            </Text>
            <Text size="sm" data-preview>
              {sellerLines(sellerOf(draft))
                .filter((line) => line.trim() !== '')
                .join(' · ')}
            </Text>
          </div>
        </>
      )}
    </CommandDialog>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly problemAt: ProblemAt;
}

function Who({ draft, set, problemAt }: PartProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="Of the business, with its legal form."
        withAsterisk
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={problemAt('name')}
      />
      <Textarea
        label="Address"
        description="Street, then postal code and town; each on a line of its own. The country is added below it."
        withAsterisk
        autosize
        minRows={2}
        value={draft.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={problemAt('address') ?? problemOfLines(draft.address, problemAt)}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label="Country"
          value={draft.country}
          onChange={(event) => set({ country: event.currentTarget.value })}
          data={[{ value: '', label: 'Not printed' }, ...countries()]}
          error={problemAt('country')}
        />
        <TextInput
          label="VAT or tax number"
          withAsterisk
          value={draft.taxId}
          onChange={(event) => set({ taxId: event.currentTarget.value })}
          error={problemAt('taxId')}
        />
      </SimpleGrid>
      <Textarea
        label="At the foot of papers"
        description="Entry in the register, who directs it, telephone and e-mail."
        autosize
        minRows={2}
        maxLength={500}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={problemAt('note')}
      />
    </>
  );
}

function Bank({ draft, set, problemAt }: PartProps) {
  return (
    <>
      <Switch
        label="Tell who pays by bank transfer where to"
        checked={draft.hasBank}
        onChange={(event) => set({ hasBank: event.currentTarget.checked })}
      />
      {draft.hasBank && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label="Holder of the account"
            withAsterisk
            value={draft.holder}
            onChange={(event) => set({ holder: event.currentTarget.value })}
            error={problemAt('bank.holder')}
          />
          <TextInput
            label="Bank"
            withAsterisk
            value={draft.bank}
            onChange={(event) => set({ bank: event.currentTarget.value })}
            error={problemAt('bank.name')}
          />
          <TextInput
            label="IBAN"
            withAsterisk
            value={draft.iban}
            onChange={(event) => set({ iban: event.currentTarget.value })}
            error={problemAt('bank.iban')}
          />
          <TextInput
            label="BIC"
            value={draft.bic}
            onChange={(event) => set({ bic: event.currentTarget.value })}
            error={problemAt('bank.bic')}
          />
        </SimpleGrid>
      )}
    </>
  );
}

/** The first of its lines that cannot be used. */
function problemOfLines(address: string, problemAt: ProblemAt): string | undefined {
  return linesOf(address)
    .map((_, at) => problemAt(`address.${at}`))
    .find(Boolean);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function draftOf(seller: Seller | undefined, { country, name }: Channel): Draft {
  const { bank } = seller ?? {};
  const initial =
    name
      .replace(/[^A-Za-z]/g, '')
      .charAt(0)
      .toUpperCase() || 'X';
  return {
    name: seller?.name ?? '',
    address: seller?.address.join('\n') ?? '',
    country: seller ? (seller.country ?? '') : country,
    taxId: seller?.taxId ?? '',
    note: seller?.note ?? '',
    hasBank: bank !== undefined,
    holder: bank?.holder ?? '',
    iban: bank?.iban ?? '',
    bic: bank?.bic ?? '',
    bank: bank?.name ?? '',
    invoice: seller?.prefixes.invoice ?? `${initial}R-`,
    creditNote: seller?.prefixes.creditNote ?? `${initial}K-`,
  };
}

/** What is sent: without what is empty. */
function sellerOf(draft: Draft): Seller {
  const { name, taxId, note, country, hasBank, holder, iban, bic, bank, invoice, creditNote } = draft;
  return {
    name,
    address: linesOf(draft.address),
    ...(country && { country }),
    taxId,
    ...(note.trim() && { note }),
    ...(hasBank && { bank: { holder, iban, ...(bic.trim() && { bic }), name: bank } }),
    prefixes: { invoice, creditNote },
  };
}
