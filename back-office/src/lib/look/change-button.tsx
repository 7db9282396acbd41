import { Button } from '@mantine/core';

/** The way to change what a section or card shows; its place says what to the eye, `of` to everybody else. */
export function ChangeButton({ of, onClick }: { of: string; onClick: () => void }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick} aria-label={`Change ${of}`}>
      Change
    </Button>
  );
}
