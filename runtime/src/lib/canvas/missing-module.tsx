import { foreignName, type PageNode } from '@vitrine/content';
import { defineModule } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
import { Fragment, type ReactNode } from 'react';
import type { PlannedInstance } from '../stages.ts';

const CSS =
  '.vt-missing{padding:16px;border:1px dashed currentColor;border-radius:8px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}.vt-missing strong{display:block}';

/** An instance whose module this shop has not, for canvases: an author must see it to take it away. What is in it is shown below. */
export function plannedMissing(
  node: PageNode,
  slots: Readonly<Record<string, readonly PlannedInstance[]>>,
): PlannedInstance {
  const places = Object.keys(slots).map((name) => [name, { label: name, allow: [] }] as const);
  return {
    id: node.id,
    module: defineModule({
      id: node.type,
      title: node.type,
      kind: 'block',
      version: node.v,
      config: {},
      slots: Object.fromEntries(places),
    }),
    view: Missing,
    css: CSS,
    config: { ...wordsOf(node) },
    query: {},
    plan: {},
    reading: { happened: false },
    told: {},
    slots,
  };
}

function Missing({ config: { title, text }, slots }: AnyViewProps) {
  return (
    <>
      <div className="vt-missing">
        <strong>{String(title)}</strong>
        {String(text)}
      </div>
      {Object.entries(slots as Readonly<Record<string, ReactNode>>).map(([name, content]) => (
        <Fragment key={name}>{content}</Fragment>
      ))}
    </>
  );
}

function wordsOf(node: PageNode): { readonly title: string; readonly text: string } {
  const foreign = foreignName(node);
  return foreign === undefined
    ? {
        title: `There is no module “${node.type}” any more`,
        text: 'Shoppers see nothing here. Delete it, or ask whoever builds the modules of this shop.',
      }
    : {
        title: `“${foreign}” came with a page from elsewhere`,
        text: 'This shop has no such module. Build it from the modules here, then delete this.',
      };
}
