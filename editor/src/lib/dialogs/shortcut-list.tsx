import { Kbd, Table, Title } from '@mantine/core';
import type { CommandGroup } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';

const groups: readonly CommandGroup[] = ['Edit', 'Arrange', 'Select', 'View', 'Page'];

export function ShortcutList() {
  return groups.map((group) => (
    <section key={group}>
      <Title order={3} size="h6" mt="sm">
        {group}
      </Title>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {commands
            .filter((command) => command.group === group && command.keys)
            .map(({ id, title, keys = [] }) => (
              <Table.Tr key={id}>
                <Table.Td>{title}</Table.Td>
                <Table.Td ta="right">
                  {keys.map((each) => (
                    <Kbd key={each} size="xs" ml={6}>
                      {printedKeys(each)}
                    </Kbd>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </section>
  ));
}
