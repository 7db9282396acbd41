import { Box, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from '../address/link.tsx';

/** What a page is, with the way back and what can be done on all of it. */
export function PageHead({
  title,
  back,
  about,
  children,
}: {
  title: string;
  back?: { readonly to: string; readonly label: string };
  /** Beside the title: a state. */
  about?: ReactNode;
  /** What can be done, at the end of the line. */
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Back office`;
  }, [title]);
  return (
    <Box mb="md">
      {back && (
        <Link to={back.to} size="sm" c="dimmed">
          <Group gap={2} component="span">
            <IconChevronLeft size={14} aria-hidden />
            {back.label}
          </Group>
        </Link>
      )}
      <Group justify="space-between" align="center" gap="sm" mih={36}>
        <Group gap="sm">
          <Title order={1} size="h3">
            {title}
          </Title>
          {about}
        </Group>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </Box>
  );
}

/** What stands where a list has nothing in it. */
export function Empty({
  title,
  isPart = false,
  children,
}: {
  title: string;
  /** Of a section, not the page. */
  isPart?: boolean;
  children?: ReactNode;
}) {
  return (
    <Box ta="center" py={isPart ? 20 : 56} px="md">
      <Text fw={600}>{title}</Text>
      {children && (
        <Text component="div" size="sm" c="dimmed" mt={4} maw={420} mx="auto">
          {children}
        </Text>
      )}
    </Box>
  );
}
