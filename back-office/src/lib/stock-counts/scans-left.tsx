import { Button, Group, Text } from '@mantine/core';
import css from './stock-counts.module.css';
import type { Scans } from './use-scans.ts';

/** Scans that wait, and those that were not counted. */
export function ScansLeft({ of: { waiting, left, sendAgain, takeAway } }: { of: Scans }) {
  return (
    <>
      {waiting > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {waiting === 1 ? 'One scan is being counted.' : `${waiting} scans are being counted.`}
        </Text>
      )}
      {left.length > 0 && (
        <ul className={css.left} aria-label="Not counted">
          {left.map((scan) => (
            <li key={scan.key}>
              <Text size="sm" c="red">
                “{scan.code}” is not counted. {scan.problem}
              </Text>
              <Group gap="xs">
                {scan.isWorthAnotherTry && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Send ${scan.code} again`}
                    onClick={() => sendAgain(scan)}
                  >
                    Send again
                  </Button>
                )}
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Seen: ${scan.code} is not counted`}
                  onClick={() => takeAway(scan)}
                >
                  Seen
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
