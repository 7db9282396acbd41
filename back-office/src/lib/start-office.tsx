import '@mantine/core/styles.css';
import '@vitrine/ui/look.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { HintLayer, look, NewVersion, noteMissedStyles } from '@vitrine/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isWorthAnotherTry } from './asking/ask.ts';
import { SaidLayer } from './asking/said.tsx';
import { OfficeApp } from './shell/office-app.tsx';

/** Opens the back office in an element of its page. */
export function startOffice(root: HTMLElement): void {
  noteMissedStyles(root.ownerDocument);
  const client = new QueryClient({
    defaultOptions: { queries: { retry: isWorthAnotherTry, staleTime: 5_000 } },
  });
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={look} withCssVariables={false} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <SaidLayer>
            <OfficeApp />
          </SaidLayer>
        </QueryClientProvider>
        <HintLayer />
        <NewVersion />
      </MantineProvider>
    </StrictMode>,
  );
}
