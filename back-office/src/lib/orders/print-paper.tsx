import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ShipmentView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { useSay } from '../asking/said.tsx';
import css from './orders.module.css';

/** Prints a paper of a shipment: into the parcel, or for the shelf. */
export function PrintPaper({ shipment }: { shipment: ShipmentView }) {
  const [html, setHtml] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const kind = shipment.kind === 'pickup' ? 'pickup-note' : 'packing-slip';
  const name = shipment.kind === 'pickup' ? 'Pickup note' : 'Packing slip';
  async function print() {
    setBusy(true);
    try {
      const paper = await api.get<{ html: string | null }>(`/shipments/${shipment.id}/documents/${kind}`, {});
      setHtml(undefined);
      // Another frame each time, so that it prints again.
      requestAnimationFrame(() => setHtml(paper.html ?? undefined));
    } catch (error) {
      say(`The paper could not be had. ${sentenceOf(error)}`);
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPrinter size={16} aria-hidden />}
        loading={isBusy}
        onClick={() => void print()}
      >
        {name}
      </Button>
      {html !== undefined && (
        <iframe
          title={name}
          srcDoc={html}
          className={css.paper}
          tabIndex={-1}
          aria-hidden
          onLoad={(event) => event.currentTarget.contentWindow?.print()}
        />
      )}
    </>
  );
}
