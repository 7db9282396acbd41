import { Anchor, Button, Text } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { ColourScheme } from '@vitrine/ui';
import css from './workbench.module.css';

/** The shop, and who is signed in to it. */
export function HomeBar({ user }: { user: string }) {
  return (
    <header className={css.bar}>
      <div className={css.side}>
        <IconBuildingStore size={20} stroke={1.6} aria-hidden />
        <span className={css.title}>{shopName()}</span>
        <Anchor href="/" size="sm" ml="xs">
          To the shop
        </Anchor>
      </div>
      <div className={`${css.side} ${css.end}`}>
        <Text size="sm" c="dimmed" truncate className={css.wide}>
          {user}
        </Text>
        <form method="post" action="/sign-out">
          <Button type="submit" size="compact-sm" variant="default">
            Sign out
          </Button>
        </form>
        <ColourScheme />
      </div>
    </header>
  );
}

/** As the page tells it; where it does not, its address. */
function shopName(): string {
  const told = document.querySelector<HTMLMetaElement>('meta[name="application-name"]');
  return told?.content || window.location.hostname;
}
