import { Button } from '@mantine/core';
import type { DeliveryView, EndpointView, TestOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';

/** Sends a ping at once and shows how it went. */
export function TestEndpoint({ endpoint }: { endpoint: EndpointView }) {
  const [sent, setSent] = useState<DeliveryView>();
  const command = useCommand<undefined, TestOutcome>({
    send: (_, options) => api.post(`/webhook-endpoints/${endpoint.id}/pings`, undefined, options),
    tells(answer) {
      if (answer.kind === 'unknown-endpoint') return { refused: 'This endpoint was removed meanwhile.' };
      return { done: answer.delivery.state === 'done' ? 'The ping was taken.' : 'The ping was not taken.' };
    },
    onDone: (answer) => setSent(answer.kind === 'tested' ? answer.delivery : undefined),
  });
  return (
    <>
      <Button variant="default" loading={command.isBusy} onClick={() => command.send(undefined)}>
        Send a ping
      </Button>
      {sent && <DeliveryDialog delivery={sent} onClose={() => setSent(undefined)} isPing />}
    </>
  );
}
