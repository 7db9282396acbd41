import { SimpleGrid, TextInput } from '@mantine/core';
import type { CertificateView, CustomerOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { dayBegins, dayOf } from '../look/days.tsx';
import { toldCustomer } from './customer-outcome.ts';

/** A paper that frees a customer of taxes, which staff have seen. */
export function SaveCertificate({
  customerId,
  kept,
  onClose,
}: {
  customerId: string;
  /** Absent = a new one. */
  kept?: CertificateView;
  onClose: () => void;
}) {
  const [number, setNumber] = useState(kept?.number ?? '');
  const [jurisdictions, setJurisdictions] = useState(kept?.jurisdictions?.join(', ') ?? '');
  const [classes, setClasses] = useState(kept?.classes?.join(', ') ?? '');
  const [from, setFrom] = useState(kept?.from === undefined ? '' : dayOf(kept.from));
  const [to, setTo] = useState(kept?.to === undefined ? '' : dayOf(kept.to, -1));
  const words = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  const [places, kinds] = [words(jurisdictions).map((word) => word.toUpperCase()), words(classes)];
  const [begins, ends] = [dayBegins(from), dayBegins(to, 1)];
  const input = {
    ...(kept && { certificateId: kept.id }),
    number: number.trim(),
    ...(places.length > 0 && { jurisdictions: places }),
    ...(kinds.length > 0 && { classes: kinds }),
    ...(from !== '' && begins !== undefined && { from: begins }),
    ...(to !== '' && ends !== undefined && { to: ends }),
  };
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.post(`/customers/${customerId}/certificates`, body, options),
    tells: (answer) => toldCustomer(answer, 'The certificate is kept.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={kept ? 'Change the certificate' : 'Add a certificate'}
      {...{ onClose, command, input }}
      isOpen
      isIncomplete={input.number === ''}
      send="Keep the certificate"
    >
      {(problemAt) => (
        <>
          <TextInput
            label="Number"
            description="It stands on their invoices. Keep it only when you have seen the paper."
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={problemAt('number')}
            maxLength={100}
          />
          <TextInput
            label="Where it holds"
            description="Countries or states, such as US-CA, DE. Empty = everywhere."
            value={jurisdictions}
            onChange={(event) => setJurisdictions(event.currentTarget.value)}
            error={problemAt('jurisdictions')}
          />
          <TextInput
            label="Tax classes"
            description="Such as standard, reduced. Empty = all goods."
            value={classes}
            onChange={(event) => setClasses(event.currentTarget.value)}
            error={problemAt('classes')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              type="date"
              label="First day"
              description="Empty = ever since"
              value={from}
              max={to || undefined}
              onChange={(event) => setFrom(event.currentTarget.value)}
              error={problemAt('from')}
            />
            <TextInput
              type="date"
              label="Last day"
              description="Empty = until it is removed"
              value={to}
              min={from || undefined}
              onChange={(event) => setTo(event.currentTarget.value)}
              error={problemAt('to')}
            />
          </SimpleGrid>
        </>
      )}
    </CommandDialog>
  );
}
