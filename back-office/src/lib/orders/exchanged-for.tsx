import { Text } from '@mantine/core';
import type { ReturnView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Section } from '../look/section.tsx';

/** The returns that an order's goods went out for; nothing when it is no exchange. */
export function ExchangedFor({ orderId }: { orderId: string }) {
  const { data } = useAnswer<{ readonly returns: readonly ReturnView[] }>('/returns', {
    exchangedFor: orderId,
  });
  if (!data || data.returns.length === 0) return null;
  return (
    <Section title="Exchange">
      {data.returns.map((each) => (
        <Text key={each.id}>
          These goods went out instead of what came back with{' '}
          <Link to={`/returns/${each.id}`}>return {each.number}</Link>, of{' '}
          <Link to={`/orders/${each.orderId}`}>the order before</Link>.
        </Text>
      ))}
    </Section>
  );
}
