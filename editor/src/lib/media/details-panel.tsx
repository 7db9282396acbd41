import { Button, ScrollArea } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { AssetDetails } from './asset-details.tsx';
import { chosenImage } from './chosen-image.ts';
import css from './details.module.css';
import { useLibrary, useLibraryTools } from './library-context.ts';
import { SeveralDetails } from './several-details.tsx';

/** What is known about the file that is looked at, and what can be done with it. */
export function DetailsPanel() {
  const { library, pick } = useLibraryTools();
  const ids = useLibrary((state) => state.selection.ids);
  // Any change of the asset renders this again: the list is another one then.
  useLibrary((state) => state.assets);
  useLibrary((state) => state.apart);
  const assets = ids.flatMap((id) => library.find(id) ?? []);
  const [asset] = assets;
  return (
    <aside className={css.panel} aria-label="Details" data-details>
      <ScrollArea className={css.scroll} type="auto" scrollbarSize={8}>
        {!asset && (
          <div className={css.nothing}>
            <IconPhoto size={32} stroke={1.25} aria-hidden />
            <p>
              {pick
                ? 'Select a picture to see it large, say what it shows and use it.'
                : 'Select a file to see it large, say what it shows, and find where it is used.'}
            </p>
          </div>
        )}
        {asset && assets.length === 1 && <AssetDetails key={asset.id} asset={asset} />}
        {assets.length > 1 && <SeveralDetails assets={assets} />}
      </ScrollArea>
      {pick && <UseIt id={assets.length === 1 ? asset?.id : undefined} />}
    </aside>
  );
}

function UseIt({ id }: { id: string | undefined }) {
  const { library, locales, choose } = useLibraryTools();
  const asset = library.find(id);
  const choice = asset && chosenImage(asset, locales);
  const reason = choice?.kind === 'refused' ? choice.reason : undefined;
  return (
    <footer className={css.foot}>
      {reason && (
        <p id="why-not-use" className={css.reason}>
          {reason}
        </p>
      )}
      <Button
        fullWidth
        disabled={choice?.kind !== 'image'}
        aria-describedby={reason ? 'why-not-use' : undefined}
        onClick={() => id !== undefined && choose(id)}
      >
        Use this picture
      </Button>
    </footer>
  );
}
