import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { siteContext } from '../site-context.ts';

export function meta() {
  return [{ title: 'Mailbox · Vitrine' }, { name: 'robots', content: 'noindex' }];
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

/** The development mailbox: what shoppers of the demo store are written. A shop that earns money has none. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext);
  const mails = await site.newestMails(50);
  // It holds what shoppers are told: for those who may read orders, as in the back office.
  const staff = mails && (await site.staffOf(request));
  if (!mails) throw data('There is no mailbox here.', { status: 404 });
  return staff?.capabilities.includes('orders.read') ? mails : null;
}

export default function Mailbox() {
  const mails = useLoaderData<typeof loader>();
  return (
    <main className="card wide">
      <h1>Mailbox</h1>
      {mails === null ? (
        <p>
          Mails hold what shoppers are told. <a href="/sign-in?to=/_mail">Sign in</a> as somebody who may read
          orders.
        </p>
      ) : mails.length === 0 ? (
        <p>No mail yet. Buy something: the confirmation comes here within seconds.</p>
      ) : (
        <>
          <p>What shoppers of this demo store are written. Nothing leaves this machine without MAIL_URL.</p>
          <ul className="mails">
            {mails.map(({ id, to, subject, html, state, problem, queuedAt }) => (
              <li key={id}>
                <details>
                  <summary>
                    <strong>{subject ?? 'Being written …'}</strong>
                    <span>
                      {to ?? state} · {new Date(queuedAt).toISOString().slice(0, 16).replace('T', ' ')}
                    </span>
                  </summary>
                  {problem && <p className="problem">{problem}</p>}
                  {html && <iframe title={subject} srcDoc={html} sandbox="" />}
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="way-back">
        <a href="/">Back to the shop</a>
      </p>
    </main>
  );
}
