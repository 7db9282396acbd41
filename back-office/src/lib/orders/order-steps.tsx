import { Button } from '@mantine/core';
import type { OrderLeftView, OrderView, ReturnView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { leadsTo } from '../address/link.tsx';
import { useMay } from '../shell/session.ts';
import { CancelPieces } from './cancel-pieces.tsx';
import { type LinePieces, openOf } from './consignments.ts';
import { GiveAllowance } from './give-allowance.tsx';
import { RequestReturn } from './request-return.tsx';

/** What can be done on an order as a whole. */
export function OrderSteps({
  order,
  left,
  returns,
  isCustomers,
}: {
  order: OrderView;
  left: OrderLeftView;
  returns: readonly ReturnView[];
  isCustomers: boolean;
}) {
  const may = useMay();
  const [open, setOpen] = useState<'cancel' | 'return' | 'allowance'>();
  // What was typed stays when somebody else was quicker; after it was given the next one begins empty.
  const [given, setGiven] = useState(0);
  const close = () => setOpen(undefined);
  if (!may('orders.write')) return null;
  const returnable = returnableOf(order, returns);
  const state = order.lines
    .map(({ fulfilled, cancelled, returned }) => [fulfilled, cancelled, returned])
    .join();
  return (
    <>
      {returnable.length > 0 && (
        <Button variant="default" onClick={() => setOpen('return')}>
          Register a return
        </Button>
      )}
      {order.lines.some((line) => openOf(line) > 0) && (
        <>
          <Button component="a" variant="default" {...leadsTo(`/orders/${order.id}/add`)}>
            Add goods
          </Button>
          <Button variant="default" onClick={() => setOpen('cancel')}>
            Cancel pieces
          </Button>
        </>
      )}
      {order.owed.amount > 0 && (
        <Button variant="default" onClick={() => setOpen('allowance')}>
          Refund money
        </Button>
      )}
      <RequestReturn
        key={`return ${state} ${returns.length}`}
        {...{ order, returnable, onClose: close }}
        isOpen={open === 'return'}
      />
      <CancelPieces
        key={`cancel ${state}`}
        {...{ order, left, isCustomers, onClose: close }}
        isOpen={open === 'cancel'}
      />
      <GiveAllowance
        key={`allowance ${given}`}
        {...{ order, left, isCustomers, onClose: close }}
        onDone={() => {
          setGiven((count) => count + 1);
          close();
        }}
        isOpen={open === 'allowance'}
      />
    </>
  );
}

/** Pieces that were sent or handed over and are in no return that may still come. */
function returnableOf(order: OrderView, returns: readonly ReturnView[]): LinePieces[] {
  const coming = returns
    .filter(({ state }) => state === 'requested' || state === 'approved')
    .flatMap(({ lines }) => lines);
  return order.lines.flatMap((line) => {
    const announced = coming.filter(({ lineId }) => lineId === line.id);
    const quantity =
      line.fulfilled - line.returned - announced.reduce((sum, { quantity: each }) => sum + each, 0);
    return quantity > 0 ? [{ line, quantity }] : [];
  });
}
