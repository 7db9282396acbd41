import { formatMoney } from '@vitrine/commerce-engine/client';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { data, Form, redirect, useLoaderData } from 'react-router';
import { siteContext } from '../site-context.ts';

export function meta({ loaderData }: { loaderData?: { locale: string } | undefined }) {
  return [{ title: wordsOf(loaderData?.locale).page }, { name: 'robots', content: 'noindex' }];
}

const texts = {
  en: {
    page: 'Confirm your payment · Demonstration bank',
    pay: (amount: string) => `Pay ${amount}?`,
    about: 'This is the demonstration bank: no money moves. A real bank would ask for your fingerprint here.',
    confirm: 'Confirm',
    refuse: 'Refuse',
    nothing: 'Nothing to confirm',
    decided: 'This payment has been decided already, or was given up.',
    back: 'Back to the shop',
    home: '/',
  },
  de: {
    page: 'Zahlung bestätigen · Bank zur Vorführung',
    pay: (amount: string) => `${amount} bezahlen?`,
    about:
      'Das ist die Bank zur Vorführung: Es fließt kein Geld. Eine echte Bank würde hier nach Ihrem Fingerabdruck fragen.',
    confirm: 'Bestätigen',
    refuse: 'Ablehnen',
    nothing: 'Nichts zu bestätigen',
    decided: 'Über diese Zahlung ist schon entschieden, oder sie wurde aufgegeben.',
    back: 'Zurück zum Shop',
    home: '/de/',
  },
};

/** English where there are no words of the locale's language. */
function wordsOf(locale = 'en') {
  return locale.split('-')[0] === 'de' ? texts.de : texts.en;
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

/** The page of the pretended bank: what a real one would show between the shop and its order. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const question = await context.get(siteContext).simulator?.question(params.reference ?? '');
  const { locale = 'en', asks } = question ?? {};
  if (!asks) return data({ locale, amount: undefined }, { status: 404 });
  return { locale, amount: formatMoney(asks, locale) };
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
  const { locale, amount } = useLoaderData<typeof loader>();
  const words = wordsOf(locale);
  if (amount === undefined)
    return (
      <main className="card">
        <h1>{words.nothing}</h1>
        <p>{words.decided}</p>
        <p className="way-back">
          <a href={words.home}>{words.back}</a>
        </p>
      </main>
    );
  return (
    <main className="card">
      <h1>{words.pay(amount)}</h1>
      <p>{words.about}</p>
      <Form method="post" reloadDocument className="stack">
        <button type="submit" name="decision" value="approve">
          {words.confirm}
        </button>
        <button type="submit" name="decision" value="refuse" className="second">
          {words.refuse}
        </button>
      </Form>
    </main>
  );
}
