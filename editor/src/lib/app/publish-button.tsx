import { IconCheck } from '@tabler/icons-react';
import { hint, PlainButton } from '@vitrine/ui';
import { useEffect, useState } from 'react';
import { commandById } from '../commands/registry.ts';
import { useEditor } from './editor-context.tsx';
import { useStore } from './store.ts';
import { waitsToBePublished } from './waits-to-be-published.ts';
import css from './workbench.module.css';

/** Leads to publishing, and says where shoppers have everything just as it is here. */
export function PublishButton() {
  const editor = useEditor();
  const isPublished = useIsPublished();
  return (
    <PlainButton
      className={css.first}
      kind={isPublished ? 'default' : 'filled'}
      icon={isPublished && <IconCheck size={14} aria-hidden />}
      {...(isPublished && hint('Shoppers see it just like this. There is nothing new to publish.'))}
      onClick={() => commandById('publish').run(editor)}
    >
      {isPublished ? 'Published' : 'Publish …'}
    </PlainButton>
  );
}

/** As far as it is known here: what was touched since may be published, but is never said to be. */
function useIsPublished(): boolean {
  const editor = useEditor();
  const { documents, open, page } = editor;
  const waits = useStore(documents.state, () => waitsToBePublished(documents, page, open.id));
  const version = useStore(documents.state, () => documents.find(open.id)?.publishedVersion);
  /** The version that was live when somebody last changed something. */
  const [touched, setTouched] = useState<{ readonly version: string | undefined }>();
  useEffect(() => {
    return page.onChange(({ local }) => {
      // What comes while the page is being opened is how it stands, and the list of documents knows that.
      if (!local && !open.state.get().isSynced) return;
      const now = documents.find(open.id)?.publishedVersion;
      // Who types is not made to look anew.
      setTouched((before) => (before && before.version === now ? before : { version: now }));
    });
  }, [documents, open, page]);
  const isPublished =
    version !== undefined && !waits && (touched === undefined || touched.version !== version);
  // What others change in fragments is not heard here.
  useEffect(() => (isPublished ? documents.follow() : undefined), [documents, isPublished]);
  return isPublished;
}
