import { Button, Text } from '@mantine/core';
import type { StaffCartView, ThrowAwayOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';

/** Takes an open cart away. */
export function ThrowCartAway({ staffCart: { cart, sent } }: { staffCart: StaffCartView }) {
  const [isOpen, setOpen] = useState(false);
  const command = useCommand<Record<string, never>, ThrowAwayOutcome>({
    send: (_, options) => api.delete(`/carts/${cart.id}`, options),
    tells(answer) {
      if (answer.kind === 'being-paid')
        return { refused: 'Somebody is paying for it just now. Look again in a moment.' };
      return {
        done: answer.kind === 'thrown-away' ? 'The cart is thrown away.' : 'The cart was gone already.',
      };
    },
    onDone: () => goTo('/orders/open-carts'),
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        Throw the cart away
      </Button>
      <CommandDialog
        title="Throw the cart away"
        isGrave
        {...{ isOpen, command }}
        onClose={() => setOpen(false)}
        input={{}}
        send="Throw it away"
      >
        <Text size="sm">
          {sent
            ? `Its goods, what was given by hand and what was filled in go. The link that went to ${sent.to} opens nothing any more.`
            : 'Its goods, what was given by hand and what was filled in go.'}
        </Text>
      </CommandDialog>
    </>
  );
}
