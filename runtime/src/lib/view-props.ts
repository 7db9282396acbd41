import { type MessageTable, messageTable, translate } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
import { createHref, createWithQuery } from './page-address.ts';
import type { PageFrame, PlannedInstance } from './stages.ts';

/** What the view of an instance is given on the server. Islands are given the same again in the browser (`wake-island.tsx`). */
export function viewProps(
  { id, module, config, query }: PlannedInstance,
  frame: PageFrame,
  { data, slots }: Pick<AnyViewProps, 'data' | 'slots'>,
): AnyViewProps {
  return {
    id,
    config,
    data,
    query,
    slots,
    subject: frame.subject,
    context: frame.shared,
    href: createHref(frame.prefix),
    withQuery: createWithQuery(frame.address, frame.query),
    t: translate(module, frame.shared.locale, [frame.fallbackLocale]),
  };
}

/** The texts of an instance's module, for the browser. */
export function messagesOf({ module }: PlannedInstance, frame: PageFrame): MessageTable {
  return messageTable(module, frame.shared.locale, [frame.fallbackLocale]);
}
