import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceOf } from '../asking/ask.ts';
import { useSay } from '../asking/said.tsx';
import css from './orders.module.css';

/** Prints a page that the shop writes. */
export function PrintPaper({ name, read }: { name: string; read: () => Promise<string | undefined> }) {
  const [html, setHtml] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  async function print() {
    setBusy(true);
    try {
      const paper = await read();
      setHtml(undefined);
      // Another frame each time, so that it prints again.
      requestAnimationFrame(() => setHtml(paper));
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
          // No scripts, whatever somebody wrote into it.
          sandbox="allow-same-origin allow-modals"
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
