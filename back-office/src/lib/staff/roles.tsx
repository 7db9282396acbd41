import { Checkbox, Stack, Text } from '@mantine/core';
import type { RoleView } from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';
import { capabilitiesInWords } from '../words/capability.ts';
import { inWords } from '../words/state.ts';

/** What there is to choose from; undefined = it has not come yet. */
export function useRoles(): readonly RoleView[] | undefined {
  return useAnswer<{ readonly roles: readonly RoleView[] }>('/roles').data?.roles;
}

/** Roles to choose, each with what it lets somebody do. What one may not give cannot be chosen. */
export function RolesField({
  value,
  onChange,
  error,
}: {
  value: readonly string[];
  onChange: (roles: string[]) => void;
  error?: string | undefined;
}) {
  const roles = useRoles() ?? [];
  return (
    <Checkbox.Group label="Roles" value={[...value]} onChange={onChange} error={error} withAsterisk>
      <Stack gap="sm" mt="xs">
        {roles.map(({ id, capabilities, mayGive }) => (
          <Checkbox
            key={id}
            value={id}
            label={inWords(id)}
            disabled={!mayGive}
            description={
              mayGive
                ? `${capabilitiesInWords(capabilities)}.`
                : 'You cannot give it: it allows more than you may do yourself.'
            }
          />
        ))}
        {roles.length === 0 && (
          <Text size="sm" c="dimmed">
            Loading the roles …
          </Text>
        )}
      </Stack>
    </Checkbox.Group>
  );
}
