import type { MailView } from '@vitrine/commerce-engine';
import { data, type LoaderFunctionArgs } from 'react-router';
import { siteContext } from './site-context.ts';

/**
 * What shoppers of the demo store are written, for those who may read orders; null for everybody else.
 * @throws a response 404 where there is no mailbox: a shop that earns money has none.
 */
export async function mailsFor({
  request,
  context,
}: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<readonly MailView[] | null> {
  const site = context.get(siteContext);
  const mails = await site.newestMails(50);
  if (!mails) throw data('There is no mailbox here.', { status: 404 });
  const staff = await site.staffOf(request);
  return staff?.capabilities.includes('orders.read') ? mails : null;
}
