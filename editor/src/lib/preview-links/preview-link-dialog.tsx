import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { equalJson } from '@vitrine/content';
import { useRef, useState } from 'react';
import type { PlannedChange } from '../app/backend.ts';
import { useDocuments } from '../app/documents-context.tsx';
import type { Editor } from '../app/editor.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { languageName } from '../app/language-name.ts';
import { momentBounds, momentHere, writtenMoment, zoneHere } from '../app/moment-here.ts';
import { pathOnCanvas } from '../app/path-on-canvas.ts';
import { useStore } from '../app/store.ts';
import { useAsked } from '../app/use-asked.ts';
import { dateAndTime } from '../app/when.ts';
import type { ThemeFacts } from '../styles/theme-facts.ts';
import { LinkTerm, usualTerm } from './link-term.tsx';
import { sharedAsWords } from './link-words.ts';
import { MadeLink } from './made-link.tsx';
import { PreviewLinkList } from './preview-link-list.tsx';
import { useMakingLink } from './use-making-link.ts';
import { usePreviewLinks } from './use-preview-links.ts';

/** Makes a link that shows the draft, or a release with the page, to somebody without an account; below it those that were made before. */
export function PreviewLinkDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const locale = useView((view) => view.locale);
  const currency = useView((view) => view.currency);
  const as = sharedAs(editor);
  const [written, setWritten] = useState(() => writtenMoment(editor.view.get().at));
  const [unfinished, setUnfinished] = useState<string | undefined>(undefined);
  const links = usePreviewLinks();
  const making = useMakingLink(links);
  const [hours, setHours] = useState(usualTerm);
  const releases = useReleasesWith(editor.open.id);
  const [chosen, choose] = useState('');
  const release = releases.find(({ id }) => id === chosen);
  const styles = useAsked<ThemeFacts>('theme');
  const hasDraftedStyles = styles !== undefined && !equalJson({ ...styles.draft }, { ...styles.published });
  const moment = useRef<HTMLInputElement>(null);
  const asWords = sharedAsWords(as, editor.catalogue);
  const seen = asWords === undefined ? '' : `, as ${asWords} see it`;

  function make() {
    const taken = moment.current?.validity.badInput ? undefined : momentHere(written);
    const isRight = taken !== undefined || release !== undefined;
    setUnfinished(isRight ? undefined : 'Write a date between 2000 and 2099 and a time, or leave it empty.');
    if (!isRight) return moment.current?.focus();
    making.make({
      ...(release ? { release: release.id } : { document: editor.open.id }),
      channel: editor.view.get().channel,
      locale,
      currency,
      path: pathOnCanvas(editor),
      hours: Number(hours),
      ...(!release && taken?.at !== undefined && { at: taken.at }),
      ...(as.customerGroup !== undefined && { customerGroup: as.customerGroup }),
      ...(as.audiences.length > 0 && { audience: editor.reader.audience }),
    });
  }

  return (
    <Stack gap="md">
      <Text size="sm">
        {release
          ? `Whoever has the link sees all pages of “${release.name}” in ${currency} as they will be${seen}, without signing in.`
          : `Whoever has the link sees this page in ${languageName(locale)} and ${currency} as it is being edited${seen}, without signing in.`}{' '}
        They cannot change anything, and search engines do not find it.
        {asWords !== undefined && ' You choose for whom in “Preview as”.'}
        {!release && hasDraftedStyles && ' Styles that are not published yet are not shown.'}
      </Text>
      {releases.length > 0 && (
        <NativeSelect
          label="It shows"
          data={[
            { value: '', label: 'This page as it is being edited' },
            ...releases.map(({ id, name, at }) => ({ value: id, label: releaseLabel(name, at) })),
          ]}
          value={release?.id ?? ''}
          onChange={(event) => {
            choose(event.currentTarget.value);
            setUnfinished(undefined);
            making.forget();
          }}
        />
      )}
      <LinkTerm
        hours={hours}
        onChange={(value) => {
          setHours(value);
          making.forget();
        }}
      />
      {!release && (
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
            making.forget();
          }}
        />
      )}
      {making.problem !== undefined && (
        <Alert color="red" role="alert" title="The link was not made">
          {making.problem}
        </Alert>
      )}
      {making.link ? (
        <MadeLink
          link={making.link}
          {...(making.link.at !== undefined && {
            shows: `Shows the page as of ${dateAndTime(new Date(making.link.at))}.`,
          })}
          onClose={onClose}
        />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button onClick={make} loading={making.isMaking} data-autofocus>
            Make the link
          </Button>
        </Group>
      )}
      <PreviewLinkList {...links} />
    </Stack>
  );
}

/** As whom the page is looked at now. */
function sharedAs(editor: Editor) {
  const { group, audiences } = editor.view.get();
  return {
    ...(group !== 'anyone' && { customerGroup: group }),
    audiences: audiences.map(({ name }) => name),
  };
}

function useReleasesWith(document: string): readonly PlannedChange[] {
  const documents = useDocuments();
  const planned = useStore(documents.state, () => documents.find(document)?.planned);
  return planned?.filter(({ action }) => action === 'publish') ?? [];
}

function releaseLabel(name: string, at: string | undefined): string {
  const when = at === undefined ? 'once it is published' : `on ${dateAndTime(new Date(at))}`;
  return `All pages of “${name}”, as they will be ${when}`;
}
