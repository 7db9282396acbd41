import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { dateAndTime } from '../app/when.ts';
import { LinkTerm, usualTerm } from '../preview-links/link-term.tsx';
import type { LinkCatalogue } from '../preview-links/link-words.ts';
import { MadeLink } from '../preview-links/made-link.tsx';
import { isOpenLink } from '../preview-links/preview-link-facts.ts';
import { PreviewLinkRow } from '../preview-links/preview-link-row.tsx';
import linkCss from '../preview-links/preview-links.module.css';
import { useMakingLink } from '../preview-links/use-making-link.ts';
import { usePreviewLinks } from '../preview-links/use-preview-links.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Makes a link that shows all pages of a release as they will be; below it those that work. */
export function ReleaseLink({
  release,
  catalogue,
  onClose,
}: {
  release: ReleaseFacts;
  catalogue: LinkCatalogue;
  onClose: () => void;
}) {
  const { id, name, at } = release;
  const { channels } = catalogue;
  const links = usePreviewLinks();
  const making = useMakingLink(links);
  const [hours, setHours] = useState(usualTerm);
  const [channelId, chooseChannel] = useState(() => firstChannel(release, channels));
  const channel = channels.find((each) => each.id === channelId) ?? channels[0];
  const [wanted, chooseCurrency] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  if (!channel) return null;
  const currency = channel.currencies.includes(wanted) ? wanted : channel.currencies[0]!;
  const now = new Date();
  const open = links.links?.filter((link) => link.release?.id === id && isOpenLink(link, now)) ?? [];
  const when = at === undefined ? 'once it is published' : `on ${dateAndTime(new Date(at))}`;

  return (
    <Stack gap="sm">
      <Text size="sm">
        Whoever has the link sees the pages of this release in all their languages, as they will be {when},
        without signing in. When the release is moved, the link shows its new time; when it is over, the link
        is too.
      </Text>
      <LinkTerm
        hours={hours}
        onChange={(value) => {
          setHours(value);
          making.forget();
        }}
      />
      {(channels.length > 1 || channel.currencies.length > 1) && (
        <Group gap="sm" grow>
          {channels.length > 1 && (
            <NativeSelect
              size="xs"
              label="Channel"
              data={channels.map((each) => ({ value: each.id, label: each.name }))}
              value={channel.id}
              onChange={(event) => {
                chooseChannel(event.currentTarget.value);
                making.forget();
              }}
            />
          )}
          {channel.currencies.length > 1 && (
            <NativeSelect
              size="xs"
              label="Currency"
              data={[...channel.currencies]}
              value={currency}
              onChange={(event) => {
                chooseCurrency(event.currentTarget.value);
                making.forget();
              }}
            />
          )}
        </Group>
      )}
      {making.problem !== undefined && (
        <Alert color="red" role="alert" title="The link was not made">
          {making.problem}
        </Alert>
      )}
      {making.link ? (
        <MadeLink link={making.link} onClose={onClose} />
      ) : (
        <Group gap="xs">
          <Button
            size="compact-sm"
            loading={making.isMaking}
            autoFocus
            onClick={() =>
              making.make({
                release: id,
                channel: channel.id,
                locale: channel.locales[0],
                currency,
                hours: Number(hours),
              })
            }
          >
            Make the link
          </Button>
          <Button size="compact-sm" variant="default" disabled={making.isMaking} onClick={onClose}>
            Leave it
          </Button>
        </Group>
      )}
      {links.problem !== undefined && (
        <Alert color="red" role="alert" title="The links could not be fetched">
          {links.problem}
        </Alert>
      )}
      {open.length > 0 && (
        <section className={linkCss.list} aria-label={`Links of ${name} that work`}>
          <h4 className={linkCss.title} ref={heading} tabIndex={-1}>
            Links of this release that work
          </h4>
          <ul className={linkCss.rows}>
            {open.map((link) => (
              <PreviewLinkRow
                key={link.id}
                link={link}
                name={name}
                isNamed={false}
                isOpen
                catalogue={catalogue}
                onEnd={async () => {
                  await links.end(link.id);
                  heading.current?.focus();
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

/** The first in which a page of it stands. */
function firstChannel({ items }: ReleaseFacts, channels: LinkCatalogue['channels']): string | undefined {
  const places = items.flatMap(({ paths }) => Object.keys(paths));
  return channels.find(({ id }) => places.some((place) => place.startsWith(`${id}/`)))?.id;
}
