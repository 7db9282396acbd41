import { Button } from '@mantine/core';
import type { CustomerView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { useSay } from '../asking/said.tsx';

/** Everything the shop knows of somebody, as a file for them. */
export function ExportCustomer({ customer }: { customer: CustomerView }) {
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  async function download() {
    setBusy(true);
    try {
      const { customer: known } = await api.get<{ customer: unknown }>(
        `/customers/${customer.id}/export`,
        {},
      );
      const file = new Blob([JSON.stringify(known, undefined, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `customer-${customer.number}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      say('What is known of them is in your downloads.');
    } catch (error) {
      say(`The file could not be made. ${sentenceOf(error)}`);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="default" loading={isBusy} onClick={() => void download()}>
      Export their data
    </Button>
  );
}
