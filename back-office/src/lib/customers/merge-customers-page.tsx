import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { CustomerView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useFilters } from '../asking/use-filters.ts';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useMay } from '../shell/session.ts';
import { ConfirmMerge } from './confirm-merge.tsx';
import { CustomerSearch } from './customer-search.tsx';
import css from './customers.module.css';
import { MergedFacts } from './merged-facts.tsx';
import { nameOf } from './name-of.ts';

interface Answered {
  readonly customer: CustomerView | null;
}

/** Somebody who is here twice becomes one: which of the two stays, what they have afterwards, and the button. */
export function MergeCustomersPage({ id }: { id: string }) {
  const may = useMay();
  const filters = useFilters(['with']);
  const other = filters.values.with;
  const own = useAnswer<Answered>(`/customers/${id}`);
  const theirs = useAnswer<Answered>(`/customers/${other}`, {}, { enabled: other !== undefined });
  const back = { to: `/customers/${id}`, label: 'Customer' };
  return (
    <>
      <PageHead title="Merge two customers" back={back} />
      {may('customers.write') ? (
        <Answer to={own} of="the customer">
          {({ customer }) =>
            customer ? (
              <>
                <Section title={`Who else is ${nameOf(customer)}?`}>
                  <div className={css.search}>
                    <CustomerSearch
                      label="The other customer"
                      without={id}
                      onChosen={(chosen) => filters.set({ with: chosen })}
                    />
                  </div>
                </Section>
                {other !== undefined && (
                  <Answer to={theirs} of="the other customer">
                    {({ customer: found }) =>
                      found && found.id !== customer.id ? (
                        <Both key={found.id} customer={customer} other={found} />
                      ) : (
                        <Empty title="There is no such customer">
                          Perhaps they were erased, or merged already. Choose another one.
                        </Empty>
                      )
                    }
                  </Answer>
                )}
              </>
            ) : (
              <Empty title="There is no such customer" />
            )
          }
        </Answer>
      ) : (
        <Empty title="You may look at customers, not merge them" />
      )}
    </>
  );
}

function Both({ customer, other }: { customer: CustomerView; other: CustomerView }) {
  const [isTurned, setTurned] = useState(false);
  const [into, from] = isTurned ? [other, customer] : [customer, other];
  return (
    <Stack gap="md" mt="md">
      <Group justify="space-between" gap="xs">
        <Text>
          <b>{nameOf(into)}</b> ({into.number}) stays, <b>{nameOf(from)}</b> ({from.number}) goes.
        </Text>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowsExchange size={16} aria-hidden />}
          onClick={() => setTurned(!isTurned)}
        >
          Keep the other one
        </Button>
      </Group>
      <MergedFacts into={into} from={from} />
      <ConfirmMerge key={from.id} into={into} from={from} />
    </Stack>
  );
}
