import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Section } from '../look/section.tsx';
import { useMay } from '../shell/session.ts';

/** Whether each piece of a product is a gift card, and the way to say so. */
export function GiftCardProduct({ productId }: { productId: string }) {
  const asked = useAnswer<{ readonly productIds: readonly string[] }>('/gift-card-products');
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title="Gift card">
      <Answer to={asked} of="which products are gift cards">
        {({ productIds }) => {
          const isCard = productIds.includes(productId);
          return (
            <>
              <Text size="sm">
                {isCard
                  ? 'Each piece is a gift card worth what it cost. It is made when the order is paid, and mailed to its address.'
                  : 'Pieces of it are goods.'}
              </Text>
              <Button variant="default" mt="sm" onClick={() => setChanging(true)}>
                {isCard ? 'Sell it as goods' : 'Sell it as a gift card'}
              </Button>
              <Change
                key={String(isCard)}
                {...{ productId, isCard, isOpen: isChanging, onClose: () => setChanging(false) }}
              />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

function Change({
  productId,
  isCard,
  isOpen,
  onClose,
}: {
  productId: string;
  isCard: boolean;
  isOpen: boolean;
  onClose: () => void;
}) {
  const maySettings = useMay()('settings.write');
  const [untaxed, setUntaxed] = useState(maySettings);
  const input = { giftCard: !isCard, ...(!isCard && untaxed && { taxClass: 'exempt' }) };
  const command = useCommand<typeof input, unknown>({
    send: (body, options) => api.post(`/gift-card-products/${productId}`, body, options),
    tells: () => ({ done: isCard ? 'Pieces of it are goods.' : 'Each piece is a gift card.' }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={isCard ? 'Sell it as goods' : 'Sell it as a gift card'}
      {...{ isOpen, onClose, command, input }}
      send={isCard ? 'Sell it as goods' : 'Sell it as a gift card'}
    >
      <Text size="sm">
        {isCard
          ? 'Whoever buys it from now on gets goods, delivered and taxed as before it was a card. Cards that were bought stay cards.'
          : 'It goes by e-mail alone: a way of delivery by e-mail has to be offered. How many may be sold is its stock. Cards that were made are not taken back.'}
      </Text>
      {!isCard && maySettings && (
        <Checkbox
          label="No tax when it is sold"
          description="For a card that pays for anything: tax is due on what is bought with it. Its tax class becomes “exempt”."
          checked={untaxed}
          onChange={(event) => setUntaxed(event.currentTarget.checked)}
        />
      )}
    </CommandDialog>
  );
}
