import { Button } from '@mantine/core';
import type { StaffView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { type Invitation, InvitationLink } from './invitation-link.tsx';
import { InviteStaff } from './invite-staff.tsx';
import { StaffTag } from './staff-tag.tsx';

const columns: readonly Column<StaffView>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'E-mail', cell: ({ email }) => email, onPhone: 'bare' },
  { label: 'Roles', cell: ({ roles }) => roles.map(inWords).join(', '), onPhone: 'bare' },
  { label: 'State', cell: (person) => <StaffTag of={person} />, onPhone: 'end' },
  {
    label: 'Last signed in',
    cell: ({ lastSignedInAt }) => (lastSignedInAt === undefined ? 'Never' : when(lastSignedInAt)),
  },
];

const states = [
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited' },
  { value: 'left', label: 'Left' },
];

/** Everyone who runs the shop. */
export function StaffPage() {
  const [isInviting, setInviting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation>();
  const filters = useFilters(['q', 'state', 'role']);
  const { q = '', state, role } = filters.values;
  const words = q.toLowerCase();
  const pages = useWholeList<StaffView>(
    '/staff',
    'staff',
    (person) =>
      `${person.name} ${person.email}`.toLowerCase().includes(words) &&
      (state === undefined || person.state === state) &&
      (role === undefined || person.roles.includes(role)),
  );
  const roles = [...new Set((pages.data ?? []).flatMap((person) => person.roles))].sort();
  return (
    <>
      <ListPage
        title="Staff"
        actions={<Button onClick={() => setInviting(true)}>Invite somebody</Button>}
        search="Name or e-mail"
        choices={[
          { name: 'state', label: 'State', options: states },
          {
            name: 'role',
            label: 'Role',
            options: [...new Set([...roles, ...(role === undefined ? [] : [role])])].map((value) => ({
              value,
              label: inWords(value),
            })),
          },
        ]}
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/staff/${id}`}
        empty={{ title: 'Nobody yet', text: 'Invite somebody who runs the shop with you.' }}
      />
      <InviteStaff isOpen={isInviting} onClose={() => setInviting(false)} onInvited={setInvitation} />
      {invitation && <InvitationLink of={invitation} onClose={() => setInvitation(undefined)} />}
    </>
  );
}
