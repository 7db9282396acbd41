import { Button, Center, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface ErrorFrameProps {
  /** What stands in it, in words: `the panel`. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one part of an application in its place: all else goes on, and nothing that was written is lost. */
export class ErrorFrame extends Component<ErrorFrameProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Center flex={1} p="md" role="alert">
        <Stack align="center" gap="xs" maw={320}>
          <Text size="sm" ta="center">
            Something went wrong in {this.props.of}. What you changed is kept.
          </Text>
          <Button size="xs" variant="default" onClick={() => this.setState({ failed: false })}>
            Show it again
          </Button>
        </Stack>
      </Center>
    );
  }
}
