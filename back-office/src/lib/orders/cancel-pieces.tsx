import { NativeSelect, TextInput } from '@mantine/core';
import {
  type CancelOutcome,
  money,
  type OrderLeftView,
  type OrderView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { amount } from '../words/amount.ts';
import { pieces as inPieces } from '../words/state.ts';
import { backOf, cancelledSum } from './cancelled-sum.ts';
import { openOf } from './consignments.ts';
import { type ChosenPieces, linesOf, PiecesField, sumOf } from './pieces-field.tsx';
import { deliveryShares, refundTenders } from './refund-choices.ts';

/** What is not on its way yet is cancelled, whole or in pieces. */
export function CancelPieces({
  order,
  left,
  isCustomers,
  isOpen,
  onClose,
}: {
  order: OrderView;
  left: OrderLeftView;
  /** Of a customer, who can be given credit. */
  isCustomers: boolean;
  isOpen: boolean;
  onClose: () => void;
}) {
  const open = order.lines
    .map((line) => ({ line, quantity: openOf(line) }))
    .filter((each) => each.quantity > 0);
  const [chosen, setChosen] = useState<ChosenPieces>({});
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [delivery, setDelivery] = useState('none');
  const [to, setTo] = useState('');
  const isWhole = order.lines.every(
    ({ id, cancelled, quantity }) => cancelled + (chosen[id] ?? 0) === quantity,
  );
  const input = {
    lines: linesOf(chosen).map((line) => ({ ...line, ...(broken.has(line.lineId) && { broken: true }) })),
    reason: reason.trim(),
    ...(!isWhole && { delivery }),
    ...(to && { to }),
  };
  const command = useCommand<typeof input, CancelOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/cancellations`, body, options),
    tells(answer) {
      if (answer.kind === 'cancelled')
        return {
          done: `Cancelled. ${amount(answer.amount)} less are owed; what was paid of it goes back. ${input.lines.some((line) => 'broken' in line) ? 'What is broken is written off.' : 'The pieces can be sold again.'}`,
        };
      if (answer.kind === 'too-many')
        return {
          refused: `Only ${inPieces(answer.open)} can still be cancelled.`,
          at: `pieces.${answer.lineId}`,
        };
      if (answer.kind === 'not-there')
        return {
          refused:
            answer.there === 0
              ? 'None of them is in stock yet, so none can be broken.'
              : `Only ${inPieces(answer.there)} are in stock and can be broken.`,
          at: `pieces.${answer.lineId}`,
        };
      return { refused: 'Nothing of it can be cancelled any more: everything is on its way or cancelled.' };
    },
    onDone: onClose,
  });
  const count = sumOf(chosen);
  const off = cancelledSum(order, left, { chosen, delivery: isWhole ? 'all' : delivery });
  const back = off === undefined ? undefined : backOf(order, off);
  const what = count === 0 ? 'Cancel pieces' : isWhole ? 'Cancel the order' : `Cancel ${inPieces(count)}`;
  return (
    <CommandDialog
      title="Cancel pieces"
      size="lg"
      isGrave
      {...{ isOpen, onClose, command, input }}
      send={
        count > 0 && back !== undefined && back > 0
          ? `${what} and refund ${amount(money(back, order.currency))}`
          : what
      }
      isIncomplete={count === 0}
    >
      {(problemAt) => (
        <>
          <PiecesField of={open} chosen={chosen} onChange={setChosen} problemAt={problemAt} />
          {open
            .filter(({ line }) => (chosen[line.id] ?? 0) > 0)
            .map(({ line }) => (
              <NativeSelect
                key={line.id}
                label={`Afterwards, ${line.name}`}
                value={broken.has(line.id) ? 'broken' : 'free'}
                onChange={(event) => setBroken(withOrWithout(broken, line.id, event.currentTarget.value))}
                data={afterwards}
              />
            ))}
          <TextInput
            label="Why"
            description="Only staff read it, in the order’s history. The shopper is told that pieces were cancelled, not why."
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problemAt('reason')}
            maxLength={200}
          />
          {!isWhole && order.delivery.amount > 0 && (
            <NativeSelect
              label="Of the delivery’s charge"
              value={delivery}
              onChange={(event) => setDelivery(event.currentTarget.value)}
              data={deliveryShares}
            />
          )}
          {isCustomers && order.paid.amount > 0 && (
            <NativeSelect
              label="Money goes back"
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
              data={refundTenders}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}

const afterwards = [
  { value: 'free', label: 'can be sold again at once' },
  { value: 'broken', label: 'is broken, and written off' },
];

function withOrWithout(ids: ReadonlySet<string>, id: string, state: string): ReadonlySet<string> {
  return state === 'broken' ? new Set([...ids, id]) : new Set([...ids].filter((each) => each !== id));
}
