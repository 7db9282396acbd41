import type { ReactNode } from 'react';
import { dateAndTime } from '../app/when.ts';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { formatWords, sizeWords } from './asset-words.ts';
import { deliveredWords } from './delivered.ts';
import css from './details.module.css';
import { useLibrary } from './library-context.ts';

export function AssetFacts({ asset }: { asset: MediaAsset }) {
  const { mime, bytes, width, height, createdAt, createdBy, updatedAt, updatedBy } = asset;
  const folder = useLibrary(({ folders }) => folders.find(({ id }) => id === asset.folder)?.name);
  const isChanged = updatedAt !== createdAt;
  return (
    <section className={css.section} aria-label="Facts">
      <h3 className={css.heading}>File</h3>
      <dl className={css.facts}>
        <Fact name="Format">{`${formatWords(mime)}, ${sizeWords(bytes)}`}</Fact>
        {width && height && <Fact name="Size">{`${width} × ${height} px`}</Fact>}
        <Fact name="Delivered">{deliveredWords(asset)}</Fact>
        <Fact name="Folder">{folder ?? 'None'}</Fact>
        <Fact name="Uploaded">{by(createdBy, createdAt)}</Fact>
        {isChanged && <Fact name="Changed">{by(updatedBy, updatedAt)}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function by(person: string, at: string): string {
  const when = dateAndTime(new Date(at));
  return person ? `${when} by ${person}` : when;
}
