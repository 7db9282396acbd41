import { Stack, Text } from '@mantine/core';
import type { ReturnPolicyView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { ChangeButton } from '../look/change-button.tsx';
import { Facts } from '../look/facts.tsx';
import { PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { type Channel, useMay, useSession } from '../shell/session.ts';
import { ChangePolicy } from './change-policy.tsx';
import { type PaymentMethod, tenderWords, windowWords } from './policy-words.ts';
import css from './returns.module.css';

interface ChannelPolicy {
  readonly policy: ReturnPolicyView;
  readonly methods: readonly PaymentMethod[];
}

/** What each channel says of returns, for who works on them. */
export function ReturnPoliciesPage() {
  return (
    <>
      <PageHead title="Return policy" back={{ to: '/returns', label: 'Returns' }} />
      <ReturnPolicies />
    </>
  );
}

/** How long shoppers of each channel announce returns, and where money goes back to. */
export function ReturnPolicies() {
  const { channels } = useSession();
  const asked = useAnswer<{ readonly policies: readonly ChannelPolicy[] }>('/refund-policies');
  return (
    <>
      <Text size="sm" c="dimmed" mb="md" className={css.about}>
        Shoppers read these days on the page of their order, and cannot announce a return after the last of
        them. You can register one at any time, on the page of the order; what is kept back as a fee is
        decided with each refund.
      </Text>
      <Answer to={asked} of="the return policy">
        {({ policies }) => (
          <Stack gap="md" className={css.policies}>
            {policies.map(({ policy, methods }) => {
              const channel = channels.find(({ id }) => id === policy.channel);
              return channel && <Policy key={channel.id} {...{ channel, policy, methods }} />;
            })}
          </Stack>
        )}
      </Answer>
    </>
  );
}

function Policy({ channel, policy, methods }: ChannelPolicy & { channel: Channel }) {
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const all = withNamed(methods, policy);
  return (
    <Section
      title={channel.name}
      actions={may('settings.write') && <ChangeButton of={channel.name} onClick={() => setChanging(true)} />}
    >
      <div className={css.policy}>
        <Facts
          of={{
            Announced: windowWords(policy.returnDays),
            ...Object.fromEntries(
              all.map(({ method, name }) => [name, `Goes back ${tenderWords(policy.tenders[method])}`]),
            ),
          }}
        />
      </div>
      {isChanging && (
        <ChangePolicy channel={channel} policy={policy} methods={all} onClose={() => setChanging(false)} />
      )}
    </Section>
  );
}

/** Also those that are laid down for a method that is not offered any more. */
function withNamed(methods: readonly PaymentMethod[], { tenders }: ReturnPolicyView): PaymentMethod[] {
  const others = Object.keys(tenders).filter((named) => methods.every(({ method }) => method !== named));
  return [...methods, ...others.map((method) => ({ method, name: method }))];
}
