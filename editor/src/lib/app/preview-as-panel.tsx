import { Button, Input, NativeSelect } from '@mantine/core';
import { IconCategory, IconTag } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { VisitorSelect } from '../audiences/visitor-select.tsx';
import { categoryFace, productFace, strangerFace } from '../fields/catalogue-faces.tsx';
import { ChosenOne } from '../fields/chosen-one.tsx';
import { useFieldTools } from '../fields/field-tools.tsx';
import type { HitFace } from '../fields/hit-view.tsx';
import { useCategories, useProducts } from '../fields/use-catalogue.ts';
import type { Found } from '../fields/use-found.ts';
import type { Editor } from './editor.ts';
import { useEditor, useMeta, useView } from './editor-context.tsx';
import { EditorFieldTools } from './field-tools.tsx';
import { momentBounds, momentHere, writtenMoment, zoneHere } from './moment-here.ts';
import css from './preview-as.module.css';
import { previewedAs, showChannel, showNormal, showSample } from './preview-as.ts';
import type { Sample } from './sample.ts';

/** For whom and when the page is shown: channel, what of the catalogue a template is shown with, date and time. */
export function PreviewAsPanel() {
  const editor = useEditor();
  const { composes } = useMeta();
  const isNormal = useView(() => previewedAs(editor).length === 0);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => editor.view.set({ isChoosingPreview: false });
  useLeaving(panel, close);
  return (
    <EditorFieldTools>
      <div
        ref={panel}
        className={css.panel}
        role="dialog"
        aria-label="Preview as"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          close();
        }}
      >
        <ChannelSelect />
        {composes === 'product' && <ProductSample />}
        {composes === 'category' && <CategorySample />}
        <GroupSelect />
        <VisitorSelect />
        <MomentField />
        <div className={css.foot}>
          <Button
            size="compact-xs"
            variant="subtle"
            data-disabled={isNormal || undefined}
            aria-disabled={isNormal}
            onClick={() => isNormal || showNormal(editor)}
          >
            Back to normal
          </Button>
          <Button size="compact-xs" variant="default" onClick={close}>
            Done
          </Button>
        </div>
      </div>
    </EditorFieldTools>
  );
}

// It takes the keyboard, gives it back, and goes when something else is pressed: also the page, which is a window of its own.
function useLeaving(panel: React.RefObject<HTMLDivElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const place = panel.current?.parentElement;
    panel.current?.querySelector<HTMLElement>('select, button, input')?.focus();
    const press = ({ target }: Event) => {
      // What a search finds is shown in a layer of its own.
      if (!(target as Element).closest('[data-preview-as], [data-portal]')) latest.current();
    };
    const blur = () => {
      if (document.activeElement?.tagName === 'IFRAME') latest.current();
    };
    document.addEventListener('pointerdown', press, true);
    window.addEventListener('blur', blur);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      window.removeEventListener('blur', blur);
      if (document.activeElement === document.body || place?.contains(document.activeElement))
        place?.querySelector('button')?.focus();
    };
  }, [panel]);
}

function ChannelSelect() {
  const editor = useEditor();
  const chosen = useView((view) => view.channel);
  const { channels } = editor.catalogue;
  if (channels.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      label="Channel"
      data={channels.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      onChange={(event) => showChannel(editor, event.currentTarget.value)}
    />
  );
}

function GroupSelect() {
  const editor = useEditor();
  const chosen = useView((view) => view.group);
  const { groups = [] } = editor.catalogue;
  if (groups.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      label="Customers"
      description="Their prices, and what is shown to them alone."
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      onChange={(event) => editor.view.set({ group: event.currentTarget.value, text: undefined })}
    />
  );
}

function ProductSample() {
  const { searchProducts } = useFieldTools();
  const found = useProducts(useSampleKeys());
  return (
    <SampleChoice
      kind="product"
      nouns="products"
      icon={<IconTag size={16} stroke={1.5} aria-hidden />}
      search={searchProducts}
      faceOf={productFace}
      keyOf={({ id }) => id}
      found={found}
    />
  );
}

function CategorySample() {
  const { searchCategories } = useFieldTools();
  const found = useCategories(useSampleKeys());
  return (
    <SampleChoice
      kind="category"
      nouns="categories"
      icon={<IconCategory size={16} stroke={1.5} aria-hidden />}
      search={searchCategories}
      faceOf={categoryFace}
      keyOf={({ slug }) => slug}
      found={found}
    />
  );
}

function useSampleKeys(): readonly string[] {
  const editor = useEditor();
  const key = useView(() => editor.sample?.key);
  return key === undefined ? [] : [key];
}

interface SampleChoiceProps<H> {
  readonly kind: Sample['kind'];
  readonly nouns: string;
  readonly icon: ReactNode;
  readonly search: (q: string, signal: AbortSignal) => Promise<readonly H[]>;
  readonly faceOf: (hit: H) => HitFace;
  /** By which the catalogue finds it again. */
  readonly keyOf: (hit: H) => string;
  readonly found: Found<H>;
}

function SampleChoice<H extends { readonly slug: string; readonly title: string }>(
  props: SampleChoiceProps<H>,
) {
  const { kind, faceOf, keyOf, found } = props;
  const editor = useEditor();
  const sample = useView(() => editor.sample);
  const id = useId();
  const hit = sample && found.hits.get(sample.key);
  const stranger = sample && { ...strangerFace(sample.key, found.kind, kind), title: sample.title };
  return (
    <div>
      <span className={css.label} id={`${id}-label`}>
        Shown with
      </span>
      <ChosenOne
        id={id}
        labelId={`${id}-label`}
        search={props.search}
        faceOf={faceOf}
        face={hit ? faceOf(hit) : stranger}
        onPick={(picked) => {
          const key = keyOf(picked);
          found.remember(key, picked);
          showSample(editor, { kind, key, slug: picked.slug, title: picked.title });
        }}
        onClear={() => showSample(editor, undefined)}
        noun={kind}
        nouns={props.nouns}
        icon={props.icon}
        emptyWords={`Choose another ${kind}`}
        isReadOnly={false}
      />
    </div>
  );
}

/** Milliseconds of quiet after which a moment is taken: while it is typed, each figure makes another one. */
const QUIET = 700;

function MomentField() {
  const editor = useEditor();
  const at = useView((view) => view.at);
  const [written, setWritten] = useState(() => writtenMoment(at));
  const id = useId();
  // It was set back, or by somebody else's hand.
  useEffect(() => setWritten(writtenMoment(at)), [at]);
  useEffect(() => {
    if (written === writtenMoment(editor.view.get().at)) return;
    const timer = setTimeout(() => showAt(editor, written), QUIET);
    return () => clearTimeout(timer);
  }, [editor, written]);
  return (
    <div>
      <label className={css.label} htmlFor={id}>
        As it will be at
      </label>
      <Input
        id={id}
        size="xs"
        type="datetime-local"
        {...momentBounds}
        aria-describedby={`${id}-note`}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={() => showAt(editor, written)}
      />
      <p className={css.note} id={`${id}-note`}>
        {`Prices and what is sold are those of then (${zoneHere()}). Stock, search and baskets are of now.`}
      </p>
    </div>
  );
}

/** Takes a moment of this computer's clock; one that is not finished, or too far away, is not taken. */
function showAt(editor: Editor, local: string): void {
  const taken = momentHere(local);
  if (taken && taken.at !== editor.view.get().at) editor.view.set({ at: taken.at, text: undefined });
}
