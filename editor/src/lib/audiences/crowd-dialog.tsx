import { Alert, Button, Loader, Tabs } from '@mantine/core';
import { useState } from 'react';
import type { Shop } from '../app/backend.ts';
import { ExperimentList } from '../experiments/experiment-list.tsx';
import { useKeptFocus } from '../media/use-kept-focus.ts';
import { AudienceList } from './audience-list.tsx';
import css from './audiences.module.css';
import { useCrowdFacts } from './use-crowd-facts.ts';

/** By what visitors are told apart: audiences, and tests of several versions. */
export function CrowdDialog({
  first,
  shop,
  onOpen,
}: {
  first: 'audiences' | 'tests';
  shop: Shop;
  onOpen: (id: string) => void;
}) {
  const { facts, problem, load, change } = useCrowdFacts();
  const [tab, setTab] = useState<string>(first);
  const { capabilities } = shop.session;
  // What had it may have become something else: a form that was saved, a row that was removed.
  useKeptFocus(true);
  if (problem !== undefined && !facts)
    return (
      <Alert color="red" role="alert" title="Audiences and tests could not be fetched">
        {problem}
        <Button mt="xs" size="compact-sm" variant="light" color="red" onClick={() => void load()}>
          Try again
        </Button>
      </Alert>
    );
  if (!facts)
    return (
      <div className={css.loading}>
        <Loader size="sm" role="img" aria-label="Audiences and tests are being fetched" />
      </div>
    );
  const running = facts.experiments.filter(({ state }) => state.kind === 'running').length;
  return (
    <Tabs value={tab} onChange={(value) => setTab(value ?? first)} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="audiences">Audiences</Tabs.Tab>
        <Tabs.Tab value="tests">{running > 0 ? `Tests (${running} running)` : 'Tests'}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="audiences" pt="md">
        <AudienceList
          facts={facts}
          groups={shop.catalogue.groups ?? []}
          canChange={capabilities.includes('content.publish')}
          onOpen={onOpen}
          onChange={change}
        />
      </Tabs.Panel>
      <Tabs.Panel value="tests" pt="md">
        <ExperimentList
          facts={facts}
          canWrite={capabilities.includes('content.write')}
          canPublish={capabilities.includes('content.publish')}
          onOpen={onOpen}
          onChange={change}
        />
      </Tabs.Panel>
    </Tabs>
  );
}
