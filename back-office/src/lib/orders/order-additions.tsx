import { Button, Group, NativeSelect, Text } from '@mantine/core';
import {
  type AdditionStepOutcome,
  type AdditionView,
  RECEIVED_BY,
  type ReceivedBy,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { type Told, useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import { usePromisedDay } from '../shell/use-promised-day.ts';
import { amount, number } from '../words/amount.ts';
import { receivedByWords } from './addition-words.ts';
import css from './orders.module.css';

/** Goods that wait to be paid, or for a return, before they come to the order; nothing when none do. */
export function OrderAdditions({ orderId, channel }: { orderId: string; channel: string }) {
  const asked = useAnswer<{ readonly additions: readonly AdditionView[] }>(`/orders/${orderId}/additions`);
  const waiting = (asked.data?.additions ?? []).filter(({ state }) => state === 'waiting');
  return (
    <>
      <Additions
        title="Goods that wait to be paid"
        of={waiting.filter((each) => !waitsForReturn(each))}
        channel={channel}
      />
      <Additions title="Goods kept for a return" of={waiting.filter(waitsForReturn)} channel={channel} />
    </>
  );
}

function waitsForReturn({ returnId, covered }: AdditionView): boolean {
  return returnId !== undefined && covered === undefined;
}

function Additions({
  title,
  of: additions,
  channel,
}: {
  title: string;
  of: readonly AdditionView[];
  channel: string;
}) {
  if (additions.length === 0) return null;
  return (
    <Section title={title} flush>
      <ul className={css.consignments}>
        {additions.map((addition) => (
          <Waiting key={addition.id} addition={addition} channel={channel} />
        ))}
      </ul>
    </Section>
  );
}

function Waiting({ addition, channel }: { addition: AdditionView; channel: string }) {
  const day = usePromisedDay(channel);
  const may = useMay();
  const [open, setOpen] = useState<'receive' | 'withdraw'>();
  const close = () => setOpen(undefined);
  const { returnId, covered } = addition;
  const isKept = waitsForReturn(addition);
  return (
    <li>
      <Group justify="space-between" gap="xs" mb={6}>
        <div>
          <Group gap="xs">
            <Text fw={600}>{amount(addition.toPay)}</Text>
            <Tag tone="waits">Kept</Tag>
          </Group>
          <Text size="sm" c="dimmed">
            Until {day(addition.until)}
            {isKept && ' · for a return, which pays for them'}
            {covered !== undefined && ` · a return pays ${amount(covered)} of ${amount(addition.total)}`}
            {addition.declined !== undefined && ' · the last payment was declined'}
          </Text>
        </div>
        {isKept && <Link to={`/returns/${returnId}`}>Its return</Link>}
        {may('orders.write') && !isKept && (
          <Group gap="xs">
            <Button variant="subtle" size="compact-sm" color="gray" onClick={() => setOpen('withdraw')}>
              Withdraw
            </Button>
            <Button size="compact-sm" onClick={() => setOpen('receive')}>
              The money is here
            </Button>
          </Group>
        )}
      </Group>
      {addition.lines.map(({ variantId, quantity, name, options }, at) => (
        <Text key={`${at} ${variantId}`} size="sm">
          {number(quantity)} × {[name, options].filter(Boolean).join(', ')}
        </Text>
      ))}
      <Receive addition={addition} isOpen={open === 'receive'} onClose={close} />
      <Withdraw addition={addition} isOpen={open === 'withdraw'} onClose={close} />
    </li>
  );
}

interface StepOf {
  addition: AdditionView;
  isOpen: boolean;
  onClose: () => void;
}

function Receive({ addition, isOpen, onClose }: StepOf) {
  const [receivedBy, setReceivedBy] = useState<ReceivedBy>('bank-transfer');
  const input = { receivedBy };
  const command = useCommand<typeof input, AdditionStepOutcome>({
    send: (body, options) => api.post(`/additions/${addition.id}/receipts`, body, options),
    tells: (answer) => told(answer, 'The goods are part of the order now.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="The money is here"
      send={`Add goods for ${amount(addition.toPay)}`}
      {...{ isOpen, onClose, command, input }}
    >
      <NativeSelect
        label="It came by"
        value={receivedBy}
        onChange={(event) => setReceivedBy(event.currentTarget.value as ReceivedBy)}
        data={RECEIVED_BY.map((way) => ({ value: way, label: receivedByWords[way] }))}
      />
    </CommandDialog>
  );
}

function Withdraw({ addition, isOpen, onClose }: StepOf) {
  const command = useCommand<object, AdditionStepOutcome>({
    send: (body, options) => api.post(`/additions/${addition.id}/withdrawals`, body, options),
    tells: (answer) => told(answer, 'They are not kept any more. The shopper is told.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Withdraw these goods"
      send="Withdraw"
      isGrave
      input={{}}
      {...{ isOpen, onClose, command }}
    >
      <Text size="sm">They can be sold again at once, and their shopper cannot pay for them any more.</Text>
    </CommandDialog>
  );
}

function told(answer: AdditionStepOutcome, done: string): Told {
  if (answer.kind === 'done' && answer.addition.state !== 'expired') return { done };
  if (answer.kind === 'done')
    return { refused: 'They are not there any more. What was paid for them goes back.' };
  return { refused: 'They do not wait any more. Somebody was faster.' };
}
