import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { later } from '@vitrine/ui';
import { useState, useSyncExternalStore } from 'react';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { languageName } from '../app/language-name.ts';
import { goTo } from '../app/location.ts';
import { isEnabled } from '../commands/command.ts';
import { commandById } from '../commands/registry.ts';
import panel from './panels.module.css';

const WhereUsed = later(async () => (await import('./pages/where-used.tsx')).WhereUsed);

const TITLE = 60;
const DESCRIPTION = 155;

/** What the document is called, where it is found, and how search engines show it. */
export function PageSettings() {
  const editor = useEditor();
  const meta = useMeta();
  const locale = useView((view) => view.locale);
  const channel = useView((view) => view.channel);
  const isBase = locale === editor.baseLocale;
  const key = (name: string) => (isBase ? name : `${name}@${locale}`);
  const own = (name: string) => text(meta.seo[key(name)]);
  const inherited = (name: string) => (isBase ? '' : text(meta.seo[name]));
  const setSeo = (name: string, value: string) =>
    editor.page.setMeta({ seo: { [key(name)]: value === '' ? undefined : value } });
  const title = own('title') || inherited('title') || meta.name;
  const description = own('description') || inherited('description');
  const path = meta.paths[`${channel}/${locale}`];
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Settings of the page</h2>
      </div>
      <div className={panel.scroll}>
        <Stack gap="sm" p="sm" pt={0}>
          <TextInput
            size="xs"
            label="Name for authors"
            value={meta.name}
            disabled={!editor.canWrite}
            onChange={(event) =>
              event.currentTarget.value && editor.page.setMeta({ name: event.currentTarget.value })
            }
          />
          {meta.kind === 'page' && <PathInput key={`${locale} ${path}`} locale={locale} path={path} />}
          {(meta.kind === 'page' || meta.kind === 'template') && (
            <>
              <TextInput
                size="xs"
                label={`Title in search engines (${languageName(locale)})`}
                placeholder={inherited('title') || meta.name}
                description={`${title.length} of about ${TITLE} characters`}
                value={own('title')}
                disabled={!editor.canWrite}
                onChange={(event) => setSeo('title', event.currentTarget.value)}
              />
              <Textarea
                size="xs"
                rows={4}
                label="Description in search engines"
                placeholder={
                  inherited('description') || 'What a shopper finds on this page, in one or two sentences'
                }
                description={`${description.length} of about ${DESCRIPTION} characters`}
                value={own('description')}
                disabled={!editor.canWrite}
                onChange={(event) => setSeo('description', event.currentTarget.value)}
              />
              <SearchResult title={title} description={description} path={path ?? '/'} />
            </>
          )}
          <NewPageFromTemplate />
          {(meta.kind === 'fragment' || meta.kind === 'layout') && (
            <section aria-label="Where it is used">
              <Text size="xs" fw={500} mb={2}>
                Used on
              </Text>
              <WhereUsed id={meta.id} onOpen={goTo} />
            </section>
          )}
          <Text size="xs" c="dimmed">
            Click a module on the page to change it, or drag one from “Add modules”.
          </Text>
        </Stack>
      </div>
    </>
  );
}

/** A fragment with an open part is a template; that it is one is said where it is edited. */
function NewPageFromTemplate() {
  const editor = useEditor();
  const { page } = editor;
  const command = commandById('fragment.new-page');
  const isOffered = useSyncExternalStore(
    (listener) => page.onStructure(listener),
    () => isEnabled(command, editor),
  );
  if (!isOffered) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        This fragment has an open part, so it is a template: pages made from it fill that part themselves.
      </Text>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFilePlus size={16} />}
        onClick={() => command.run(editor)}
      >
        New page from this template
      </Button>
    </Stack>
  );
}

function PathInput({ locale, path }: { locale: string; path: string | undefined }) {
  const editor = useEditor();
  const [value, setValue] = useState(path ?? '');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  function keep() {
    const wanted = value.trim();
    if (wanted !== '' && !/^\/[^\s?#]*$/.test(wanted)) {
      setProblem('An address begins with / and has no spaces, ? or #, for example /spring.');
      return;
    }
    setProblem(undefined);
    if (wanted === (path ?? '')) return;
    editor.page.setMeta({
      path: {
        channel: editor.view.get().channel,
        locale,
        path: wanted === '' ? undefined : wanted.toLowerCase(),
      },
    });
  }
  return (
    <TextInput
      size="xs"
      label={`Address (${languageName(locale)})`}
      placeholder="/spring"
      description="Once published, the old address leads to the new one."
      error={problem}
      value={value}
      disabled={!editor.canWrite}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

/** How a search engine may show the page. */
function SearchResult({ title, description, path }: { title: string; description: string; path: string }) {
  return (
    <div
      style={{ padding: 10, border: '1px solid var(--mantine-color-default-border)', borderRadius: 6 }}
      aria-label="Preview of a search result"
      role="img"
    >
      <Text size="xs" c="dimmed" truncate>
        {window.location.host}
        {path === '/' ? '' : path.replaceAll('/', ' › ')}
      </Text>
      <Text size="sm" c="blue" lineClamp={1}>
        {title}
      </Text>
      <Text size="xs" lineClamp={2}>
        {description || 'Without a description, search engines take some words from the page.'}
      </Text>
    </div>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
