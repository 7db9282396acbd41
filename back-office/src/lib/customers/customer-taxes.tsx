import { Button, Group, Text } from '@mantine/core';
import type {
  CertificateView,
  CustomerOutcome,
  CustomerView,
  TaxNumberView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { dayOf } from '../look/days.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import { day } from '../words/day.ts';
import { when } from '../words/when.ts';
import { AddTaxNumber } from './add-tax-number.tsx';
import { toldCustomer } from './customer-outcome.ts';
import css from './customers.module.css';
import { RemovePaper } from './remove-paper.tsx';
import { SaveCertificate } from './save-certificate.tsx';

type Open =
  | { readonly kind: 'number' }
  | { readonly kind: 'certificate'; readonly kept?: CertificateView }
  | { readonly kind: 'remove'; readonly what: string; readonly path: string };

/** VAT numbers of a customer, and papers that free of taxes. */
export function CustomerTaxes({ customer }: { customer: CustomerView }) {
  const { id, taxNumbers, certificates } = customer;
  const mayWrite = useMay()('customers.write');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Section
      title="Taxes"
      actions={
        mayWrite && (
          <Group gap={4}>
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ kind: 'number' })}>
              Add a VAT number
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ kind: 'certificate' })}>
              Add a certificate
            </Button>
          </Group>
        )
      }
    >
      {taxNumbers.length + certificates.length === 0 && (
        <Text c="dimmed">No VAT number and no certificate: they pay all taxes.</Text>
      )}
      <ul className={css.addresses}>
        {taxNumbers.map((number) => (
          <li key={number.vatId}>
            <TaxNumber
              customerId={id}
              number={number}
              mayWrite={mayWrite}
              onRemove={() =>
                setOpen({
                  kind: 'remove',
                  what: `VAT number ${number.vatId}`,
                  path: `tax-numbers/${encodeURIComponent(number.vatId)}`,
                })
              }
            />
          </li>
        ))}
        {certificates.map((paper) => (
          <li key={paper.id}>
            <Text>
              Certificate {paper.number} <Tag tone={validity(paper).tone}>{validity(paper).words}</Tag>
            </Text>
            <Text size="sm" c="dimmed">
              {scopeOf(paper)}
            </Text>
            {mayWrite && (
              <Group gap="xs" mt={6}>
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`Change certificate ${paper.number}`}
                  onClick={() => setOpen({ kind: 'certificate', kept: paper })}
                >
                  Change
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-xs"
                  aria-label={`Remove certificate ${paper.number}`}
                  onClick={() =>
                    setOpen({
                      kind: 'remove',
                      what: `certificate ${paper.number}`,
                      path: `certificates/${paper.id}`,
                    })
                  }
                >
                  Remove
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {open?.kind === 'number' && <AddTaxNumber customerId={id} onClose={close} />}
      {open?.kind === 'certificate' && (
        <SaveCertificate customerId={id} {...(open.kept && { kept: open.kept })} onClose={close} />
      )}
      {open?.kind === 'remove' && (
        <RemovePaper customerId={id} what={open.what} path={open.path} onClose={close} />
      )}
    </Section>
  );
}

function TaxNumber({
  customerId,
  number: { vatId, verified },
  mayWrite,
  onRemove,
}: {
  customerId: string;
  number: TaxNumberView;
  mayWrite: boolean;
  onRemove: () => void;
}) {
  const command = useCommand<{ verified: boolean }, CustomerOutcome>({
    send: (body, options) =>
      api.patch(`/customers/${customerId}/tax-numbers/${encodeURIComponent(vatId)}`, body, options),
    tells: (answer) =>
      toldCustomer(answer, verified ? 'It counts as not checked again.' : 'It counts as in use from now on.'),
  });
  return (
    <>
      <Text>
        {vatId} <Tag tone={verified ? 'good' : 'quiet'}>{verified ? 'In use' : 'Not checked'}</Tag>
      </Text>
      <Text size="sm" c="dimmed">
        {verified
          ? `Seen ${when(verified.at)}, by ${verified.by === 'staff' ? 'staff' : `the register ${verified.by}`}`
          : 'Nobody has seen that it is in use: they pay VAT.'}
      </Text>
      {command.problem && (
        <Text size="sm" c="red" role="alert">
          {command.problem.sentence}
        </Text>
      )}
      {mayWrite && (
        <Group gap="xs" mt={6}>
          <Button
            variant="default"
            size="compact-xs"
            loading={command.isBusy}
            aria-label={verified ? `${vatId} is not in use` : `${vatId} is in use`}
            onClick={() => command.send({ verified: !verified })}
          >
            {verified ? 'Is not in use' : 'Is in use'}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={`Remove VAT number ${vatId}`}
            onClick={onRemove}
          >
            Remove
          </Button>
        </Group>
      )}
    </>
  );
}

function validity({ from, to }: CertificateView): { tone: 'good' | 'quiet'; words: string } {
  const now = Date.now();
  if (to !== undefined && Date.parse(to) <= now) return { tone: 'quiet', words: 'Over' };
  if (from !== undefined && Date.parse(from) > now) return { tone: 'quiet', words: 'Not yet' };
  return { tone: 'good', words: 'Holds' };
}

function scopeOf({ jurisdictions, classes, from, to }: CertificateView): string {
  const days = [
    from !== undefined && `from ${day(dayOf(from))}`,
    // The moment it ends is not within it.
    to !== undefined && `until ${day(dayOf(to, -1))}`,
  ].filter(Boolean);
  return [
    jurisdictions ? jurisdictions.join(', ') : 'Everywhere',
    classes ? `for ${classes.join(', ')}` : 'for all goods',
    ...days,
  ].join(', ');
}
