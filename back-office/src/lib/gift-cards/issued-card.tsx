import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { IssuedGiftCard } from '@vitrine/commerce-engine/client';
import { goTo } from '../address/location.ts';
import { SecretDialog } from '../look/secret.tsx';
import { amount } from '../words/amount.ts';

/** Code and PIN of a card that was just issued. */
export function IssuedCard({ card, onClose }: { card: IssuedGiftCard; onClose: () => void }) {
  if (card.code === '') return <CodeLost card={card} onClose={onClose} />;
  return (
    <SecretDialog
      title={`A gift card worth ${amount(card.issued)}`}
      secrets={{ Code: card.code, PIN: card.pin }}
      onClose={onClose}
    >
      Whoever has both can pay with it at checkout.
    </SecretDialog>
  );
}

/** The answer that told the code never came; sent again, it tells the card alone. */
function CodeLost({ card, onClose }: { card: IssuedGiftCard; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="The code of this card is lost" transitionProps={{ duration: 0 }}>
      <Stack>
        <Alert color="red">
          <Text size="sm">
            The card •••• {card.last4} worth {amount(card.issued)} was issued the first time, but the answer
            with its code never came here, and a code is told only once. Block this card and issue another
            one.
          </Text>
        </Alert>
        <Group justify="flex-end">
          <Button onClick={() => goTo(`/gift-cards/${card.id}`)}>Show the card</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
