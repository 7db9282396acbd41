import { formatMoney } from '@vitrine/commerce-engine/client';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { data, Form, redirect, useLoaderData } from 'react-router';
import { siteContext } from '../site-context.ts';

export function meta() {
  return [{ title: 'Confirm your payment · Demonstration bank' }, { name: 'robots', content: 'noindex' }];
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

/** The page of the pretended bank: what a real one would show between the shop and its order. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const question = await context.get(siteContext).simulator?.question(params.reference ?? '');
  if (!question) return data(null, { status: 404 });
  return { amount: formatMoney(question, 'en') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (request.method !== 'POST')
    throw data('Answer with POST.', { status: 405, headers: { allow: 'GET, POST' } });
  const site = context.get(siteContext);
  const decision = (await request.formData()).get('decision') === 'approve' ? 'approve' : 'refuse';
  const back = await site.simulator?.decide(params.reference ?? '', decision);
  // Whoever pays may name any address to come back to; this shop leads only into itself.
  const target = back === undefined ? undefined : URL.parse(back);
  throw redirect(target?.origin === new URL(site.publicUrl).origin ? target.href : '/');
}

export default function Bank() {
  const question = useLoaderData<typeof loader>();
  if (!question)
    return (
      <main className="card">
        <h1>Nothing to confirm</h1>
        <p>This payment has been decided already, or was given up.</p>
        <p className="way-back">
          <a href="/">Back to the shop</a>
        </p>
      </main>
    );
  return (
    <main className="card">
      <h1>Pay {question.amount}?</h1>
      <p>This is the demonstration bank: no money moves. A real bank would ask for your fingerprint here.</p>
      <Form method="post" reloadDocument className="stack">
        <button type="submit" name="decision" value="approve">
          Confirm
        </button>
        <button type="submit" name="decision" value="refuse" className="second">
          Refuse
        </button>
      </Form>
    </main>
  );
}
