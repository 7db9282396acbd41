import { useEffect, useRef, useState } from 'react';
import { inTurn, renderPage } from '../document/static-page.ts';
import { StateBadge } from '../panels/pages/document-state.tsx';
import type { Catalogue, DocumentFacts } from './backend.ts';
import { addressOf, goTo } from './location.ts';
import css from './pages-home.module.css';
import { previewAddress } from './preview-address.ts';
import { timeAgo } from './when.ts';

const MOST = 4;
const WIDTH = 1280;
const HEIGHT = 800;

/** What people worked on last, to go on with; where that is little, other pages. */
export function RecentPages({ list, catalogue }: { list: readonly DocumentFacts[]; catalogue: Catalogue }) {
  const here = list.filter(({ trashedAt }) => !trashedAt);
  const changed = here
    .filter(({ updatedAt, updatedBy }) => updatedAt !== undefined && updatedBy !== undefined)
    .toSorted((one, other) => (one.updatedAt! < other.updatedAt! ? 1 : -1));
  // The home page has the shortest address, and pages that shops show first come soon after it.
  const addressIn = ({ paths }: DocumentFacts) => paths[placeOf(catalogue)] ?? Object.values(paths)[0] ?? '';
  const others = here
    .filter((each) => each.kind === 'page' && !changed.includes(each))
    .toSorted((one, other) => addressIn(one).length - addressIn(other).length);
  const shown = [...changed, ...others].slice(0, MOST);
  if (shown.length === 0) return null;
  const title = changed.length > 0 ? 'Go on with' : 'Begin with';
  return (
    <section aria-label={title}>
      <h2 className={css.heading}>{title}</h2>
      <div className={css.cards}>
        {shown.map((document) => (
          <Card key={document.id} document={document} catalogue={catalogue} />
        ))}
      </div>
    </section>
  );
}

function Card({ document, catalogue }: { document: DocumentFacts; catalogue: Catalogue }) {
  const { id, name, updatedAt, updatedBy } = document;
  return (
    <a
      className={css.card}
      href={addressOf(id)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(id);
      }}
    >
      <Picture address={previewAddress(document, catalogue)} />
      <span className={css.cardText}>
        <span className={css.cardName}>{name}</span>
        <StateBadge document={document} />
      </span>
      <span className={css.cardMore}>
        {updatedBy !== undefined && updatedAt !== undefined
          ? `${updatedBy}, ${timeAgo(new Date(updatedAt))}`
          : (document.paths[placeOf(catalogue)] ?? Object.values(document.paths)[0])}
      </span>
    </a>
  );
}

function placeOf({ channels: [channel] }: Catalogue): string {
  return `${channel?.id}/${channel?.locales[0]}`;
}

function Picture({ address }: { address: string }) {
  const box = useRef<HTMLSpanElement>(null);
  const [html, setHtml] = useState<string | undefined>(undefined);
  const [scale, setScale] = useState(0.2);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const stop = new AbortController();
    inTurn(() => renderPage(address, stop.signal)).then(
      (text) => stop.signal.aborted || setHtml(text),
      // Its name says what it is.
      () => {},
    );
    const observer = new ResizeObserver(([entry]) => entry && setScale(entry.contentRect.width / WIDTH));
    observer.observe(element);
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, [address]);
  return (
    <span className={css.picture} ref={box} aria-hidden>
      {html !== undefined && (
        <iframe
          title="Preview"
          tabIndex={-1}
          className={css.frame}
          sandbox="allow-same-origin"
          srcDoc={html}
          style={{ width: WIDTH, height: HEIGHT, transform: `scale(${scale})` }}
        />
      )}
    </span>
  );
}
