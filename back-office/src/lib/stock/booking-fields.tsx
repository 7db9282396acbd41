import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ProblemAt } from '../asking/command-dialog.tsx';
import { WholeField } from '../look/whole-field.tsx';

interface Booking {
  readonly quantity: number;
  readonly reference: string;
}

/** How many pieces are booked and what that belongs to, as it is typed. */
export function useBooking() {
  const [booking, set] = useState<Booking>({ quantity: 0, reference: '' });
  const reference = booking.reference.trim();
  return {
    fields: { booking, onChange: set },
    quantity: booking.quantity,
    /** As it is sent: left out while it is empty. */
    reference: reference === '' ? {} : { reference },
  };
}

export function BookingFields({
  booking,
  onChange,
  problemAt,
  pieces,
  reference,
  about,
  children,
}: {
  booking: Booking;
  onChange: (booking: Booking) => void;
  problemAt: ProblemAt;
  /** What the pieces are called: `Pieces that came`. */
  pieces: string;
  /** What it belongs to: `Delivery note`. */
  reference: string;
  about?: string;
  /** What stands between them. */
  children?: ReactNode;
}) {
  return (
    <>
      <WholeField
        label={pieces}
        isRequired
        isFirst
        value={booking.quantity || undefined}
        onChange={(quantity = 0) => onChange({ ...booking, quantity })}
        error={problemAt('quantity')}
      />
      {children}
      <TextInput
        label={reference}
        description={about}
        value={booking.reference}
        onChange={(event) => onChange({ ...booking, reference: event.currentTarget.value })}
        error={problemAt('reference')}
        maxLength={200}
      />
    </>
  );
}
