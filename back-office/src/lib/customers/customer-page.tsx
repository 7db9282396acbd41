import { Anchor, Button, Text } from '@mantine/core';
import type { CustomerNoteView, CustomerView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { leadsTo } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import { language } from '../words/language.ts';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { AddNote } from './add-note.tsx';
import { ChangeCustomer } from './change-customer.tsx';
import { CustomerAddresses } from './customer-addresses.tsx';
import { CustomerCredit } from './customer-credit.tsx';
import { CustomerLoyalty } from './customer-loyalty.tsx';
import { CustomerOpenCarts } from './customer-open-carts.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { CustomerTaxes } from './customer-taxes.tsx';
import css from './customers.module.css';
import { EraseCustomer } from './erase-customer.tsx';
import { ExportCustomer } from './export-customer.tsx';
import { nameOf } from './name-of.ts';

const back = { to: '/customers', label: 'Customers' };

interface Answered {
  readonly customer: CustomerView | null;
  readonly notes: readonly CustomerNoteView[];
}

/** A customer: who they are, what they bought, agreed to and hold, and what staff should know. */
export function CustomerPage({ id }: { id: string }) {
  const asked = useAnswer<Answered>(`/customers/${id}`);
  return (
    <Answer to={asked} of="the customer">
      {({ customer, notes }) =>
        customer ? (
          <Customer customer={customer} notes={notes} />
        ) : (
          <>
            <PageHead title="Customer" back={back} />
            <Empty title="There is no such customer">Perhaps they were erased, or merged with another.</Empty>
          </>
        )
      }
    </Answer>
  );
}

function Customer({ customer, notes }: { customer: CustomerView; notes: Answered['notes'] }) {
  const may = useMay();
  const [open, setOpen] = useState<'change' | 'erase' | 'note'>();
  const close = () => setOpen(undefined);
  const mayWrite = may('customers.write');
  return (
    <>
      <PageHead title={nameOf(customer)} back={back}>
        {mayWrite && (
          <Button variant="subtle" color="red" onClick={() => setOpen('erase')}>
            Erase the customer
          </Button>
        )}
        {mayWrite && (
          <Button component="a" variant="subtle" color="gray" {...leadsTo(`/customers/${customer.id}/merge`)}>
            Merge with another
          </Button>
        )}
        <ExportCustomer customer={customer} />
        {mayWrite && (
          <Button variant="default" onClick={() => setOpen('change')}>
            Change the customer
          </Button>
        )}
      </PageHead>
      <Columns beside={<Beside customer={customer} />}>
        {may('orders.write') && <CustomerOpenCarts customerId={customer.id} />}
        {may('orders.read') && <CustomerOrders customerId={customer.id} />}
        <Section
          title="Notes"
          actions={
            mayWrite && (
              <Button variant="subtle" size="compact-sm" onClick={() => setOpen('note')}>
                Add a note
              </Button>
            )
          }
        >
          {notes.length === 0 && <Text c="dimmed">None</Text>}
          <ul className={css.notes}>
            {notes.map(({ id, at, author, text }) => (
              <li key={id}>
                <Text className={css.note}>{text}</Text>
                <Text size="sm" c="dimmed">
                  {when(at)} · {author}
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      </Columns>
      <ChangeCustomer
        key={`${customer.name} ${customer.email} ${customer.groups}`}
        customer={customer}
        isOpen={open === 'change'}
        onClose={close}
      />
      <AddNote customerId={customer.id} isOpen={open === 'note'} onClose={close} />
      <EraseCustomer customer={customer} isOpen={open === 'erase'} onClose={close} />
    </>
  );
}

function Beside({ customer }: { customer: CustomerView }) {
  const may = useMay();
  const { email, emailConfirmed, phone, locale, groups, number, createdAt, consents } = customer;
  return (
    <>
      <Section title="About them">
        <Facts
          of={{
            Number: number,
            'E-mail': email && (
              <Anchor inherit href={`mailto:${email}`}>
                {email}
              </Anchor>
            ),
            Confirmed: email && (emailConfirmed ? 'yes' : 'not yet'),
            Telephone: phone,
            Language: language(locale),
            Groups: groups.length > 0 ? groups.join(', ') : undefined,
            Since: when(createdAt),
          }}
        />
      </Section>
      <CustomerAddresses customer={customer} />
      <CustomerTaxes customer={customer} />
      <CustomerLoyalty customerId={customer.id} />
      {may('orders.read') && <CustomerCredit customerId={customer.id} />}
      <Section title="Consents">
        {consents.length === 0 && <Text c="dimmed">Nothing was agreed to or refused</Text>}
        {consents.map(({ purpose, granted, at, source }) => (
          <div key={purpose}>
            <Text>
              {inWords(purpose)}{' '}
              <Tag tone={granted ? 'good' : 'quiet'}>{granted ? 'Given' : 'Withdrawn'}</Tag>
            </Text>
            <Text size="sm" c="dimmed">
              {when(at)}, {source}
            </Text>
          </div>
        ))}
      </Section>
    </>
  );
}
