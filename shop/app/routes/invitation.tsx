import { BodyProblem, readForm } from '@vitrine/data-actions/server';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { z } from 'zod';
import { siteContext } from '../site-context.ts';

const fields = z
  .object({
    password: z
      .string()
      .min(8, 'Choose a password of at least 8 characters.')
      .max(200, 'Choose a password of at most 200 characters.'),
    again: z.string().max(1_000),
  })
  .refine(
    ({ password, again }) => password === again,
    'The two passwords are not the same. Type both again.',
  );

export function meta() {
  return [{ title: 'Choose a password · Vitrine' }, { name: 'referrer', content: 'same-origin' }];
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? '';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const invited = await context.get(siteContext).invitations.invitation(tokenOf(request));
  return invited ?? null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST')
    throw data('Choose a password with POST.', { status: 405, headers: { allow: 'GET, POST' } });
  const form = fields.safeParse(await formOf(request));
  if (!form.success) return { problem: form.error.issues[0]?.message ?? 'Fill in both fields.' };
  const { password } = form.data;
  const { invitations } = context.get(siteContext);
  const outcome = await invitations.acceptInvitation({ token: tokenOf(request), password });
  if (outcome.kind === 'accepted') throw redirect('/sign-in?to=/office');
  return { problem: 'This link does not work any more. Ask whoever invited you for a new one.' };
}

async function formOf(request: Request): Promise<Record<string, unknown>> {
  try {
    return await readForm(request);
  } catch (error) {
    if (error instanceof BodyProblem) throw data(error.message, { status: error.status });
    throw error;
  }
}

/** Where somebody who was invited to run the shop chooses a password. */
export default function Invitation() {
  const invited = useLoaderData<typeof loader>();
  return invited ? <PasswordForm {...invited} /> : <Over />;
}

function Over() {
  return (
    <main className="card">
      <h1>This link does not work</h1>
      <p>It was used already, is older than seven days, or a newer one was made. Ask whoever invited you.</p>
      <p className="way-back">
        <a href="/sign-in">Sign in</a>
      </p>
    </main>
  );
}

function PasswordForm({ name, email }: { name: string; email: string }) {
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <main className="card">
      <h1>Hello, {name}</h1>
      <p>Choose a password. You sign in with it and with {email}.</p>
      <Form method="post">
        {answer?.problem ? (
          <p className="problem" role="alert">
            {answer.problem}
          </p>
        ) : null}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <label>
          Password
          <input
            type="password"
            name="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={200}
          />
        </label>
        <label>
          The same again
          <input type="password" name="again" autoComplete="new-password" required maxLength={200} />
        </label>
        <button type="submit" disabled={busy}>
          {busy ? 'Setting …' : 'Set the password'}
        </button>
      </Form>
    </main>
  );
}
