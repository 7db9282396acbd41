import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { mailsFor } from '../mailbox.ts';

export function meta() {
  return [{ title: 'Mailbox · Vitrine' }, { name: 'robots', content: 'noindex' }];
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

/** The development mailbox. */
export async function loader(args: LoaderFunctionArgs) {
  const mails = await mailsFor(args);
  return mails?.map(({ html, ...mail }) => ({ ...mail, isWritten: html !== undefined })) ?? null;
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
            {mails.map(({ id, to, subject, isWritten, state, problem, queuedAt }) => (
              <li key={id}>
                <details>
                  <summary>
                    <strong>{subject ?? 'Being written …'}</strong>
                    <span>
                      {to ?? state} · {new Date(queuedAt).toISOString().slice(0, 16).replace('T', ' ')}
                    </span>
                  </summary>
                  {problem && <p className="problem">{problem}</p>}
                  {isWritten && (
                    <>
                      <p>
                        <a href={`/_mail/${id}`} target="_blank" rel="noopener">
                          Open by itself
                        </a>
                      </p>
                      <iframe
                        title={subject}
                        src={`/_mail/${id}`}
                        loading="lazy"
                        sandbox="allow-popups allow-popups-to-escape-sandbox"
                      />
                    </>
                  )}
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
