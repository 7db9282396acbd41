import { type AnyModule, type MessageTable, messageTable, type Translate, translate } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
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
    href: frame.href,
    withQuery: frame.withQuery,
    t: translatorOf(module, frame),
  };
}

// Made once per page and module: a hole says its texts with every request.
function translatorOf(module: AnyModule, { shared, fallbackLocale, translators }: PageFrame): Translate {
  let t = translators.get(module.id);
  if (!t) {
    t = translate(module, shared.locale, [fallbackLocale]);
    translators.set(module.id, t);
  }
  return t;
}

/** The texts of an instance's module, for the browser. */
export function messagesOf({ module }: PlannedInstance, frame: PageFrame): MessageTable {
  return messageTable(module, frame.shared.locale, [frame.fallbackLocale]);
}
