import { ActionIcon, AppShell, Burger, Button, Group, Menu, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBuildingStore,
  IconChevronDown,
  IconExternalLink,
  IconPencil,
  IconUserCircle,
} from '@tabler/icons-react';
import { ColourScheme, hint } from '@vitrine/ui';
import { type ReactNode, useEffect } from 'react';
import { leadsTo } from '../address/link.tsx';
import { usePath } from '../address/location.ts';
import { findPage, jobs } from './jobs.tsx';
import { OfflineLine } from './offline-line.tsx';
import { useMay, useSession } from './session.ts';
import css from './shell.module.css';

const groups = ['Today', 'Sell', 'Goods', 'Shop'] as const;

/** What stands around every page: where else one can go, and who is signed in. */
export function OfficeFrame({ children }: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = usePath();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has arrived wants to see the page.
  useEffect(close, [path]);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 212, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={0}
    >
      <a className={css.skip} href="#page">
        To the page
      </a>
      <AppShell.Header className={css.header}>
        <Group gap="xs" wrap="nowrap" miw={0}>
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? 'Close the navigation' : 'Open the navigation'}
          />
          <IconBuildingStore size={20} stroke={1.6} aria-hidden />
          <Text fw={600} truncate>
            Back office
          </Text>
        </Group>
        <Group gap={4} wrap="nowrap">
          <Others />
          <ColourScheme />
          <Me />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className={css.navbar} aria-label="Office">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1} className={css.main}>
        <OfflineLine />
        <div className={css.page}>{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation() {
  const path = usePath();
  const may = useMay();
  const here = findPage(path)?.job;
  const open = jobs.filter(({ needs }) => needs === undefined || may(needs));
  return groups.map((group) => {
    const own = open.filter((job) => job.group === group);
    if (own.length === 0) return null;
    return (
      <div key={group} className={css.group}>
        {group !== 'Today' && <span className={css.groupName}>{group}</span>}
        {own.map((job) => (
          <NavLink
            key={job.to}
            {...leadsTo(job.to)}
            active={job === here}
            aria-current={job === here ? 'page' : undefined}
            label={job.label}
            leftSection={<job.Icon size={18} stroke={1.6} aria-hidden />}
            className={css.link}
          />
        ))}
      </div>
    );
  });
}

function Others() {
  const may = useMay();
  return (
    <>
      {(may('content.write') || may('content.preview')) && (
        <>
          <Button
            component="a"
            href="/editor"
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconPencil size={16} aria-hidden />}
            visibleFrom="sm"
          >
            Editor
          </Button>
          <ActionIcon
            component="a"
            href="/editor"
            variant="subtle"
            color="gray"
            hiddenFrom="sm"
            aria-label="Editor"
            {...hint('Editor')}
          >
            <IconPencil size={18} />
          </ActionIcon>
        </>
      )}
      <Button
        component="a"
        href="/"
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconExternalLink size={16} aria-hidden />}
        visibleFrom="sm"
      >
        Shop
      </Button>
      <ActionIcon
        component="a"
        href="/"
        variant="subtle"
        color="gray"
        hiddenFrom="sm"
        aria-label="Shop"
        {...hint('Shop')}
      >
        <IconExternalLink size={18} />
      </ActionIcon>
    </>
  );
}

function Me() {
  const { me } = useSession();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          px={6}
          aria-label={`${me.name}, signed in`}
          leftSection={<IconUserCircle size={20} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          classNames={{ label: css.name }}
        >
          {me.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <Text size="sm" fw={600} truncate>
            {me.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {me.email}
          </Text>
          <Text size="xs" c="dimmed">
            {me.roles.join(', ')}
          </Text>
        </div>
        <Menu.Divider />
        <form method="post" action="/sign-out">
          <Menu.Item component="button" type="submit">
            Sign out
          </Menu.Item>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
