import { Button, Group, List, Text } from '@mantine/core';
import type { StaffView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { AuditEntries } from '../audit-log/audit-entries.tsx';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { capabilityWords } from '../words/capability.ts';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { ChangeStaff, LetInOrNot, NewLink } from './change-staff.tsx';
import { type Invitation, InvitationLink } from './invitation-link.tsx';
import { useRoles } from './roles.tsx';
import { StaffTag } from './staff-tag.tsx';

const back = { to: '/staff', label: 'Staff' };

/** Somebody who runs the shop, what they may do and what they did. */
export function StaffMemberPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly staff: readonly StaffView[] }>('/staff');
  return (
    <Answer to={asked} of="the member of staff">
      {({ staff }) => {
        const person = staff.find((each) => each.id === id);
        return person ? (
          // What was typed into its forms is about what is kept now.
          <Person key={`${person.name} ${person.roles.join()} ${person.state}`} person={person} />
        ) : (
          <>
            <PageHead title="Staff" back={back} />
            <Empty title="There is nobody here">Perhaps an old address.</Empty>
          </>
        );
      }}
    </Answer>
  );
}

type Doing = 'change' | 'link' | 'let-in';

function Person({ person }: { person: StaffView }) {
  const [doing, setDoing] = useState<Doing>();
  const [invitation, setInvitation] = useState<Invitation>();
  const roles = useRoles();
  const isBeyond = (roles ?? []).some(({ id, mayGive }) => !mayGive && person.roles.includes(id));
  const may = [
    ...new Set(
      (roles ?? []).filter(({ id }) => person.roles.includes(id)).flatMap((role) => role.capabilities),
    ),
  ];
  const formOf = (which: Doing) => ({ person, isOpen: doing === which, onClose: () => setDoing(undefined) });
  return (
    <>
      <PageHead title={person.name} back={back} about={<StaffTag of={person} />}>
        {!isBeyond && (
          <>
            <Button variant="default" onClick={() => setDoing('change')}>
              Change the person
            </Button>
            {person.state !== 'left' && (
              <Button variant="default" onClick={() => setDoing('link')}>
                Make a new link
              </Button>
            )}
            <Button
              variant="default"
              color={person.state === 'left' ? undefined : 'red'}
              onClick={() => setDoing('let-in')}
            >
              {person.state === 'left' ? 'Let in again' : 'Let in no more'}
            </Button>
          </>
        )}
      </PageHead>
      <Columns
        beside={
          <>
            <Section title="Person">
              <Facts
                of={{
                  'E-mail': person.email,
                  Roles: person.roles.map(inWords).join(', '),
                  'Here since': when(person.createdAt),
                  'Last signed in':
                    person.lastSignedInAt === undefined ? 'Never' : when(person.lastSignedInAt),
                }}
              />
            </Section>
            <Section title="May">
              {isBeyond && (
                <Text size="sm" c="dimmed" mb="xs">
                  They may do more than you, so you cannot change them.
                </Text>
              )}
              <List size="sm" spacing={4}>
                {may.map((capability) => (
                  <List.Item key={capability}>{capabilityWords(capability)}</List.Item>
                ))}
              </List>
            </Section>
          </>
        }
      >
        <Section
          title="What they did"
          flush
          actions={
            <Group gap="xs">
              <Link to={`/audit-log?by=${person.id}`} size="sm">
                All of it
              </Link>
            </Group>
          }
        >
          <AuditEntries by={person.id} />
        </Section>
      </Columns>
      <ChangeStaff {...formOf('change')} />
      <LetInOrNot {...formOf('let-in')} />
      <NewLink {...formOf('link')} onInvited={setInvitation} />
      {invitation && <InvitationLink of={invitation} onClose={() => setInvitation(undefined)} />}
    </>
  );
}
