import {
  IconArrowAutofitWidth,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconExternalLink,
  IconShare2,
} from '@tabler/icons-react';
import { ButtonGroup, ColourScheme, hint, IconButton, later, PlainButton, PlainSelect } from '@vitrine/ui';
import { isEnabled } from '../commands/command.ts';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import { usePeers } from '../presence/use-peers.ts';
import { type Width, widths } from './editor.ts';
import { useEditor, useMeta, useView } from './editor-context.tsx';
import { languageName } from './language-name.ts';
import { goTo } from './location.ts';
import { PreviewAsButton } from './preview-as-button.tsx';
import { PublishButton } from './publish-button.tsx';
import { SaveLine } from './save-line.tsx';
import { useStore } from './store.ts';
import css from './workbench.module.css';
import { ZoomSelect } from './zoom-select.tsx';

const PeerFaces = later(async () => (await import('../presence/peer-faces.tsx')).PeerFaces, null);
const TranslationChip = later(
  async () => (await import('../translations/translation-chip.tsx')).TranslationChip,
  null,
);
const PlannedChip = later(async () => (await import('../releases/planned-chip.tsx')).PlannedChip, null);

const kinds = { page: 'Page', template: 'Template', fragment: 'Fragment', layout: 'Layout' } as const;

/** What the document is, how it is looked at, and whether it is safe. */
export function TopBar() {
  const editor = useEditor();
  const meta = useMeta();
  useView((view) => `${view.canUndo} ${view.canRedo}`);
  return (
    <header className={`${css.bar} ${css.work}`}>
      <div className={css.side}>
        <IconButton
          aria-label="All pages"
          className={css.first}
          {...hint('All pages')}
          onClick={() => goTo(undefined)}
        >
          <IconChevronLeft size={18} />
        </IconButton>
        <span className={css.title}>{meta.name}</span>
        <span className={`${css.kind} ${css.roomy}`}>{kinds[meta.kind]}</span>
        <CommandButton id="undo" Icon={IconArrowBackUp} isFirst />
        <CommandButton id="redo" Icon={IconArrowForwardUp} isFirst />
        <SaveLine />
        <Planned />
      </div>
      <span className={css.roomy}>
        <WidthSwitch />
      </span>
      <span className={css.roomy}>
        <ZoomSelect />
      </span>
      <Market />
      <PreviewAsButton />
      <div className={`${css.side} ${css.end}`}>
        <Others />
        <span className={css.roomy}>
          <ColourScheme />
        </span>
        <CommandButton id="preview" Icon={IconExternalLink} />
        {editor.canWrite && (
          <span className={css.roomy}>
            <CommandButton id="preview-link" Icon={IconShare2} />
          </span>
        )}
        {editor.can('content.publish') && <PublishButton />}
        {editor.canWrite && !editor.can('content.publish') && <AskForReview />}
      </div>
    </header>
  );
}

// What shows them is fetched once there is somebody.
function Others() {
  return usePeers(({ people }) => people.length > 0) && <PeerFaces />;
}

// What shows it is fetched once there is something to show.
function Planned() {
  const editor = useEditor();
  const planned = useStore(editor.documents.state, () => editor.documents.find(editor.open.id)?.planned?.[0]);
  return planned && <PlannedChip planned={planned} />;
}

/** In the place of publishing for those who do not. */
function AskForReview() {
  const editor = useEditor();
  const review = useView((view) => view.review);
  return (
    <PlainButton
      className={css.first}
      kind={review === undefined ? 'filled' : 'default'}
      onClick={() => commandById('ask-for-review').run(editor)}
    >
      {review === 'asked' ? 'In review …' : 'Ask for review …'}
    </PlainButton>
  );
}

function CommandButton({ id, Icon, isFirst }: { id: string; Icon: typeof IconShare2; isFirst?: boolean }) {
  const editor = useEditor();
  const command = commandById(id);
  const keys = command.keys?.[0];
  return (
    <IconButton
      className={isFirst ? css.first : undefined}
      aria-label={command.title}
      {...hint(keys ? `${command.title}  ${printedKeys(keys)}` : command.title)}
      aria-disabled={!isEnabled(command, editor)}
      data-disabled={!isEnabled(command, editor) || undefined}
      onClick={() => isEnabled(command, editor) && command.run(editor)}
    >
      <Icon size={18} />
    </IconButton>
  );
}

const devices: readonly { width: Width; label: string; Icon: typeof IconShare2 }[] = [
  { width: 'phone', label: `Phone, ${widths.phone} pixels`, Icon: IconDeviceMobile },
  { width: 'tablet', label: `Tablet, ${widths.tablet} pixels`, Icon: IconDeviceTablet },
  { width: 'desktop', label: `Desktop, ${widths.desktop} pixels`, Icon: IconDeviceDesktop },
  { width: 'full', label: 'As wide as there is room', Icon: IconArrowAutofitWidth },
];

function WidthSwitch() {
  const editor = useEditor();
  const chosen = useView((view) => view.width);
  return (
    <ButtonGroup label="Width of the page">
      {devices.map(({ width, label, Icon }) => (
        <IconButton
          key={width}
          kind={chosen === width ? 'filled' : 'default'}
          aria-label={label}
          {...hint(label)}
          aria-pressed={chosen === width}
          onClick={() => editor.view.set({ width })}
        >
          <Icon size={16} />
        </IconButton>
      ))}
    </ButtonGroup>
  );
}

/** In which language and currency the page is looked at and edited. */
function Market() {
  const editor = useEditor();
  const locale = useView((view) => view.locale);
  const currency = useView((view) => view.currency);
  const id = useView((view) => view.channel);
  const channel = editor.catalogue.channels.find((each) => each.id === id);
  if (!channel) return null;
  const { languages = {} } = editor.catalogue;
  return (
    <>
      <PlainSelect
        className={css.language}
        aria-label="Language"
        options={channel.locales.map((value) => ({ value, label: languages[value] ?? languageName(value) }))}
        value={locale}
        onChoose={(chosen) => editor.view.set({ locale: chosen, text: undefined })}
      />
      {channel.locales.length > 1 && <TranslationChip />}
      <PlainSelect
        style={{ width: 84 }}
        className={css.wide}
        aria-label="Currency"
        options={channel.currencies.map((value) => ({ value, label: value }))}
        value={currency}
        onChoose={(chosen) => editor.view.set({ currency: chosen })}
      />
    </>
  );
}
