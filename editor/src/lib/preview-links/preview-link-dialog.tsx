import { Alert, Button, CopyButton, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ask } from '../app/backend.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { languageName } from '../app/language-name.ts';
import { momentBounds, momentHere, writtenMoment, zoneHere } from '../app/moment-here.ts';
import { pathOnCanvas } from '../app/path-on-canvas.ts';
import { dateAndTime } from '../app/when.ts';
import type { MadePreviewLink } from './preview-link-facts.ts';
import { PreviewLinkList } from './preview-link-list.tsx';
import { usePreviewLinks } from './use-preview-links.ts';

const terms = [
  { value: '24', label: '1 day' },
  { value: '168', label: '1 week' },
  { value: '720', label: '1 month' },
];

/** Makes a link that shows the draft to somebody without an account; below it those that were made before. */
export function PreviewLinkDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const channel = useView((view) => view.channel);
  const locale = useView((view) => view.locale);
  const currency = useView((view) => view.currency);
  const [written, setWritten] = useState(() => writtenMoment(editor.view.get().at));
  const [unfinished, setUnfinished] = useState<string | undefined>(undefined);
  const links = usePreviewLinks();
  const [hours, setHours] = useState('168');
  const [link, setLink] = useState<MadePreviewLink | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);

  // Somebody may have ended it again, below.
  const works = links.links?.some(({ id, ended }) => id === link?.id && ended) ? undefined : link;
  const moment = useRef<HTMLInputElement>(null);

  function make() {
    const taken = moment.current?.validity.badInput ? undefined : momentHere(written);
    setUnfinished(taken ? undefined : 'Write a date between 2000 and 2099 and a time, or leave it empty.');
    if (!taken) return moment.current?.focus();
    setIsMaking(true);
    setProblem(undefined);
    const body = {
      document: editor.open.id,
      channel,
      locale,
      currency,
      path: pathOnCanvas(editor),
      hours: Number(hours),
      ...(taken.at !== undefined && { at: taken.at }),
    };
    ask<MadePreviewLink>('preview-links', { body })
      .then(
        (made) => {
          setLink(made);
          return links.load();
        },
        (error: Error) => setProblem(error.message),
      )
      .finally(() => setIsMaking(false));
  }

  return (
    <Stack gap="md">
      <Text size="sm">
        Whoever has the link sees this page in {languageName(locale)} and {currency} as it is being edited,
        without signing in. They cannot change anything, and search engines do not find it.
      </Text>
      <Stack gap={6}>
        <Text size="sm" fw={500} id="preview-link-term">
          It works for
        </Text>
        <SegmentedControl
          aria-labelledby="preview-link-term"
          data={terms}
          value={hours}
          onChange={(value) => {
            setHours(value);
            setLink(undefined);
          }}
        />
      </Stack>
      <TextInput
        ref={moment}
        type="datetime-local"
        label="As it will be at"
        description={`Prices and what is sold are those of then (${zoneHere()}). Empty: as it is whenever the link is opened.`}
        {...momentBounds}
        value={written}
        error={unfinished}
        onChange={(event) => {
          setWritten(event.currentTarget.value);
          setUnfinished(undefined);
          setLink(undefined);
        }}
      />
      {problem !== undefined && (
        <Alert color="red" role="alert" title="The link was not made">
          {problem}
        </Alert>
      )}
      {works ? (
        <Made link={works} onClose={onClose} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={make} loading={isMaking} data-autofocus>
            Make the link
          </Button>
        </Group>
      )}
      <PreviewLinkList {...links} />
    </Stack>
  );
}

function Made({ link: { address, at, expiresAt }, onClose }: { link: MadePreviewLink; onClose: () => void }) {
  const shows = at === undefined ? '' : `Shows the page as of ${dateAndTime(new Date(at))}.`;
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          label="Link"
          description={`${shows} Works until ${dateAndTime(new Date(expiresAt))}. Copy it now: it is not shown again.`}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              color={copied ? 'teal' : 'blue'}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              data-autofocus
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </>
  );
}
