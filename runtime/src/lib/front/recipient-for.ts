import type { ActionEngine, ActionScope } from '@vitrine/data-actions/server';
import type { Recipient } from '../respond.ts';
import { sharedOf } from '../shared-of.ts';
import type { Visit } from '../stages.ts';
import { isGuest, type Visitor } from '../visitor/visitor.ts';

export interface RecipientFacts extends Pick<Recipient, 'acceptsGzip' | 'ifNoneMatch'> {
  readonly visitor: Visitor;
  /** The browser opens the page ahead. */
  readonly ahead: boolean;
}

/** One visitor, as step 6 knows them. Their questions are opened when there are any. */
export function recipientFor(
  visit: Visit,
  { visitor, ahead, acceptsGzip, ifNoneMatch }: RecipientFacts,
  options: { readonly actions: ActionEngine; readonly deadline: number },
  actions = options.actions,
): Recipient {
  let scope: ActionScope | undefined;
  // Nobody sees a page that is opened ahead: what is to be said or shown once waits for one that is seen.
  const form = ahead ? undefined : visitor.form;
  const own = form ? { ...visitor.private, form } : visitor.private;
  return {
    acceptsGzip,
    ifNoneMatch,
    notice: ahead ? undefined : visitor.notice,
    hasForm: form !== undefined,
    isGuest: isGuest(own),
    hasViewed: own.viewed !== undefined,
    scope: () => {
      scope ??= actions.openScope({ shared: sharedOf(visit), private: own, deadline: options.deadline });
      return scope;
    },
  };
}
