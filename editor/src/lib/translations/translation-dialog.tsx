import {
  ActionIcon,
  Alert,
  Button,
  Loader,
  Modal,
  NativeSelect,
  Progress,
  SegmentedControl,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import { useEffect, useMemo, useState } from 'react';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { EditorFieldTools } from '../app/field-tools.tsx';
import { languageName } from '../app/language-name.ts';
import { UndoButton } from '../app/undo-button.tsx';
import { whenIdle } from '../checks/when-idle.ts';
import { localeName } from '../fields/field-words.ts';
import { SeoTranslations } from './seo-translations.tsx';
import type { Translated } from './translated.ts';
import { TranslationGroupView } from './translation-group.tsx';
import { TranslationNotes } from './translation-notes.tsx';
import css from './translations.module.css';
import { useTranslated } from './use-translated.ts';

/** All texts of the document in two languages side by side, over the whole window. */
export function TranslationDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} fullScreen>
      <Modal.Overlay />
      <Modal.Content aria-label="Translate the page">
        <Modal.Body p={0} h="100%">
          <EditorFieldTools>
            <Opened onClose={onClose} />
          </EditorFieldTools>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Opened({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const others = editor.locales.filter((each) => each !== editor.baseLocale);
  const shown = useView((view) => view.locale);
  const [locale, setLocale] = useState(shown === editor.baseLocale ? others[0] : shown);
  const { now, problem } = useTranslated(locale);
  const { name } = useMeta();
  if (locale === undefined) return <NoLanguages onClose={onClose} />;
  return (
    <div className={css.dialog}>
      <header className={css.bar}>
        <div className={css.barText}>
          <strong>{name}</strong>
          <small>
            From {localeName(editor.baseLocale)} into {localeName(locale)}
          </small>
        </div>
        {others.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Translate into"
            data={others.map((value) => ({ value, label: languageName(value) }))}
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value)}
          />
        )}
        {now && <Done count={now.count} />}
        {editor.canWrite && <UndoButton />}
        <ActionIcon
          className={css.close}
          variant="subtle"
          color="gray"
          aria-label="Close"
          {...hint('Close')}
          onClick={onClose}
          data-autofocus
        >
          <IconX size={18} />
        </ActionIcon>
      </header>
      {problem !== undefined && (
        <Alert
          color="yellow"
          role="alert"
          m="sm"
          title="Which originals have changed is not known at the moment"
        >
          {problem} What is missing is shown all the same.
        </Alert>
      )}
      {now ? (
        <Texts key={locale} now={now} locale={locale} onClose={onClose} />
      ) : (
        <Loader size="sm" m="xl" role="img" aria-label="The texts are being looked at" />
      )}
    </div>
  );
}

function Done({ count: { all, missing, outdated } }: { count: Translated['count'] }) {
  const done = all - missing - outdated;
  return (
    <div className={css.done}>
      <Progress.Root size={8} w={140}>
        <Progress.Section value={all === 0 ? 100 : (100 * done) / all} color="teal" aria-label="Translated" />
        <Progress.Section
          value={all === 0 ? 0 : (100 * outdated) / all}
          color="yellow"
          aria-label="Changed in the original since"
        />
      </Progress.Root>
      <span role="status">
        {done} of {all}
        {outdated > 0 && `, ${outdated} to look at again`}
      </span>
    </div>
  );
}

function Texts({ now, locale, onClose }: { now: Translated; locale: string; onClose: () => void }) {
  const editor = useEditor();
  const [wish, setWish] = useState<'open' | 'all'>(
    now.count.missing + now.count.outdated > 0 ? 'open' : 'all',
  );
  // What is done while one works stays where it is.
  const [open, setOpen] = useState(() => openKeys(now));
  const isShown = useMemo(() => {
    const still = openKeys(now);
    return (key: string) => wish === 'all' || open.has(key) || still.has(key);
  }, [now, open, wish]);
  const groups = now.groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ key }) => isShown(key)) }))
    .filter(({ rows }) => rows.length > 0);
  const seo = now.seo.filter(({ path }) => isShown(path));
  const most = useGrowing(groups.length);
  return (
    <div className={css.scroll}>
      <div className={css.head}>
        <SegmentedControl
          size="xs"
          aria-label="Which texts"
          data={[
            { value: 'open', label: `To do (${now.count.missing + now.count.outdated})` },
            { value: 'all', label: `All (${now.count.all})` },
          ]}
          value={wish}
          onChange={(value) => {
            setOpen(openKeys(now));
            setWish(value === 'all' ? 'all' : 'open');
          }}
        />
        <div className={css.columns} aria-hidden>
          <span>{languageName(editor.baseLocale)}</span>
          <span>{languageName(locale)}</span>
        </div>
      </div>
      {groups.length === 0 && seo.length === 0 && (
        <p className={css.empty}>
          {now.count.all === 0
            ? 'There are no texts on this page yet. Write some, and come back to translate them.'
            : `Everything is in ${localeName(locale)}. When an original changes, its text is listed here again.`}
        </p>
      )}
      {seo.length > 0 && <SeoTranslations rows={seo} locale={locale} />}
      {groups.slice(0, most).map((group) => (
        <TranslationGroupView key={group.id} group={group} locale={locale} onClose={onClose} />
      ))}
      <TranslationNotes locale={locale} onClose={onClose} />
    </div>
  );
}

/** Modules that come at once; a page may have hundreds, each with its fields. */
const AT_ONCE = 20;

/** How many of a long list are there: more whenever the browser has nothing else to do, until it is all of them. */
function useGrowing(all: number): number {
  const [most, setMost] = useState(AT_ONCE);
  useEffect(() => (most < all ? whenIdle(() => setMost(most + AT_ONCE), 0) : undefined), [most, all]);
  return most;
}

function NoLanguages({ onClose }: { onClose: () => void }) {
  return (
    <div className={css.dialog}>
      <p className={css.empty}>
        The shop has one language. Once its channel has another, texts are translated here.
      </p>
      <Button variant="default" m="auto" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

function openKeys({ seo, groups }: Translated): ReadonlySet<string> {
  return new Set([
    ...seo.filter(({ state }) => state !== 'done').map(({ path }) => path),
    ...groups.flatMap(({ rows }) => rows.filter(({ state }) => state !== 'done').map(({ key }) => key)),
  ]);
}
