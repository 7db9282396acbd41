import { Alert, Button, List, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { EndpointView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { SecretDialog } from '../look/secret.tsx';
import { Section } from '../look/section.tsx';
import { when } from '../words/when.ts';
import { Deliveries } from './deliveries.tsx';
import { RemoveEndpoint, ReplayEvents, RotateSecret, SwitchEndpoint } from './endpoint-commands.tsx';
import { EndpointTag } from './endpoint-tag.tsx';
import { SaveEndpoint } from './save-endpoint.tsx';
import { TestEndpoint } from './test-endpoint.tsx';

const back = { to: '/webhooks', label: 'Webhooks' };

/** One other system, and how telling it went. */
export function EndpointPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly endpoint: EndpointView | null }>(`/webhook-endpoints/${id}`);
  return (
    <Answer to={asked} of="the endpoint">
      {({ endpoint }) =>
        endpoint ? (
          <Endpoint endpoint={endpoint} />
        ) : (
          <>
            <PageHead title="Webhook" back={back} />
            <Empty title="There is no such endpoint">It was removed, or this is an old address.</Empty>
          </>
        )
      }
    </Answer>
  );
}

type Doing = 'change' | 'switch' | 'rotate' | 'replay' | 'remove';

function Endpoint({ endpoint }: { endpoint: EndpointView }) {
  const [doing, setDoing] = useState<Doing>();
  const [secret, setSecret] = useState<string>();
  const isOff = endpoint.state === 'disabled';
  const formOf = (which: Doing) => ({
    endpoint,
    isOpen: doing === which,
    onClose: () => setDoing(undefined),
  });
  return (
    <>
      <PageHead
        title={endpoint.description || new URL(endpoint.url).host}
        back={back}
        about={<EndpointTag of={endpoint} />}
      >
        <TestEndpoint endpoint={endpoint} />
        <Button variant="default" onClick={() => setDoing('change')}>
          Change the endpoint
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label="More to do" px="xs">
              <IconDots size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setDoing('switch')}>
              {isOff ? 'Switch on the endpoint …' : 'Switch off the endpoint …'}
            </Menu.Item>
            <Menu.Item onClick={() => setDoing('replay')}>Send events again …</Menu.Item>
            <Menu.Item onClick={() => setDoing('rotate')}>Make a new secret …</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => setDoing('remove')}>
              Remove the endpoint …
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </PageHead>
      {isOff && (
        <Alert color="red" mb="md" title="Nothing is sent here">
          {endpoint.reason ?? 'Somebody switched it off.'} What happens meanwhile waits, and can be sent
          again.
        </Alert>
      )}
      {!isOff && endpoint.failingSince !== undefined && (
        <Alert color="yellow" mb="md" title={`It has taken nothing since ${when(endpoint.failingSince)}`}>
          Each message is tried again for about three days; then the endpoint is switched off.
        </Alert>
      )}
      <Columns beside={<Beside endpoint={endpoint} />}>
        <Deliveries endpointId={endpoint.id} />
      </Columns>
      <SaveEndpoint key={JSON.stringify(endpoint)} {...formOf('change')} />
      <SwitchEndpoint {...formOf('switch')} />
      <RotateSecret {...formOf('rotate')} onRotated={setSecret} />
      <ReplayEvents {...formOf('replay')} />
      <RemoveEndpoint {...formOf('remove')} />
      {secret !== undefined && (
        <SecretDialog
          title="The new secret"
          secrets={{ Secret: secret }}
          onClose={() => setSecret(undefined)}
        >
          For 24 hours messages are signed with the old one too, so the other system can change over in that
          time.
        </SecretDialog>
      )}
    </>
  );
}

function Beside({ endpoint }: { endpoint: EndpointView }) {
  const { kinds, url, createdBy, createdAt, oldSecretEnds } = endpoint;
  return (
    <>
      <Section title="Endpoint">
        <Facts
          of={{
            Address: url,
            Made: when(createdAt),
            By: createdBy.startsWith('system:') ? 'The shop itself' : undefined,
            'Old secret': oldSecretEnds === undefined ? undefined : `signs until ${when(oldSecretEnds)}`,
          }}
        />
      </Section>
      <Section title="Events">
        {kinds === 'all' ? (
          'All'
        ) : (
          <List size="sm">
            {kinds.map((kind) => (
              <List.Item key={kind}>{kind}</List.Item>
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
