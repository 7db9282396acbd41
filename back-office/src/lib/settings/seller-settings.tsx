import { Button, Stack, Text } from '@mantine/core';
import type { Seller } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Facts } from '../look/facts.tsx';
import { Section } from '../look/section.tsx';
import { type Channel, useSession } from '../shell/session.ts';
import { ChangeSeller } from './change-seller.tsx';
import { bankWords, ibanInGroups, sellerLines } from './seller-words.ts';
import css from './settings.module.css';

/** Who sells in each channel, as its papers print it. */
export function SellerSettings() {
  const { channels } = useSession();
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" className={css.about}>
        Invoices, credit notes and receipts name the seller. What was issued stays as it was printed; what is
        changed here holds for those to come.
      </Text>
      {channels.map((channel) => (
        <OfChannel key={channel.id} channel={channel} />
      ))}
    </Stack>
  );
}

function OfChannel({ channel }: { channel: Channel }) {
  const asked = useAnswer<{ readonly seller: Seller | null }>(`/sellers/${channel.id}`);
  const [isChanging, setChanging] = useState(false);
  const hasSeller = Boolean(asked.data?.seller);
  return (
    <Section
      title={channel.name}
      actions={
        asked.data && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setChanging(true)}
            aria-label={
              hasSeller ? `Change the seller of ${channel.name}` : `Set the seller of ${channel.name}`
            }
          >
            {hasSeller ? 'Change' : 'Set the seller'}
          </Button>
        )
      }
    >
      <Answer to={asked} of="the seller">
        {({ seller }) => (
          <>
            {seller ? (
              <div className={css.facts}>
                <Facts
                  of={{
                    'As papers print it': <Lines of={sellerLines(seller)} />,
                    'At the foot': seller.note ?? 'Nothing',
                    'Bank transfers': seller.bank ? (
                      <Lines
                        of={[seller.bank.holder, ibanInGroups(seller.bank.iban), bankWords(seller.bank)]}
                      />
                    ) : (
                      'No account: who pays by transfer is not told where to'
                    ),
                    Numbers: `Invoices begin with ${seller.prefixes.invoice}, credit notes with ${seller.prefixes.creditNote}`,
                  }}
                />
              </div>
            ) : (
              <Text size="sm">Nobody is named, so its orders get no invoices.</Text>
            )}
            {isChanging && (
              <ChangeSeller
                channel={channel}
                seller={seller ?? undefined}
                onClose={() => setChanging(false)}
              />
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Lines({ of: lines }: { of: readonly string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
