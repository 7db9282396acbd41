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
import { callerContext, siteContext } from '../site-context.ts';
import { safeTarget, staffCookie } from '../staff-session.ts';

const fields = z.object({
  email: z.email('Enter the e-mail address you were invited with.').max(200),
  password: z.string().min(1, 'Enter your password.').max(200),
});

export function meta() {
  return [{ title: 'Sign in · Vitrine' }];
}

export const links = () => [{ rel: 'icon', href: '/_assets/icon.svg' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await context.get(siteContext).staffOf(request);
  if (!staff) return null;
  if (new URL(request.url).searchParams.has('to')) throw redirect(safeTarget(request));
  return {
    name: staff.name,
    roles: staff.roles.join(', '),
    mayEdit: staff.capabilities.includes('content.preview'),
    mayTrace: staff.capabilities.includes('trace.read'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext);
  if (request.method !== 'POST')
    throw data('Sign in with POST.', { status: 405, headers: { allow: 'GET, POST' } });
  const form = fields.safeParse(await formOf(request));
  if (!form.success) return { problem: form.error.issues[0]?.message ?? 'Fill in both fields.', email: '' };
  const { email } = form.data;
  const outcome = await site.commerce.identity.signIn({ ...form.data, from: context.get(callerContext) });
  switch (outcome.kind) {
    case 'signed-in':
      throw redirect(safeTarget(request), {
        headers: {
          'Set-Cookie': staffCookie(outcome.token, {
            secure: site.secure,
            expires: new Date(outcome.expiresAt),
          }),
        },
      });
    case 'refused':
      return { problem: 'This e-mail address and password do not belong together.', email };
    case 'too-many-tries': {
      const minutes = Math.max(1, Math.ceil(outcome.retryAfterSeconds / 60));
      return {
        problem: `Too many tries. Wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`,
        email,
      };
    }
  }
}

async function formOf(request: Request): Promise<Record<string, unknown>> {
  try {
    return await readForm(request);
  } catch (error) {
    if (error instanceof BodyProblem) throw data(error.message, { status: error.status });
    throw error;
  }
}

export default function SignIn() {
  const staff = useLoaderData<typeof loader>();
  return staff ? <SignedIn {...staff} /> : <SignInForm />;
}

function SignedIn({
  name,
  roles,
  mayEdit,
  mayTrace,
}: {
  name: string;
  roles: string;
  mayEdit: boolean;
  mayTrace: boolean;
}) {
  return (
    <main className="card">
      <h1>{name}</h1>
      <p>Signed in as {roles}.</p>
      <ul>
        <li>
          <a href="/office">The back office</a>
        </li>
        {mayEdit ? (
          <li>
            <a href="/editor">The editor</a>
          </li>
        ) : null}
        <li>
          <a href="/">The shop</a>
        </li>
        {mayTrace ? (
          <li>
            <a href="/?_trace=1">What the home page asked, and how long it took</a>
          </li>
        ) : null}
        <li>
          <a href="/api/docs">The API</a>
        </li>
      </ul>
      <form method="post" action="/sign-out">
        <button type="submit">Sign out</button>
      </form>
    </main>
  );
}

function SignInForm() {
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  return (
    <main className="card">
      <h1>Sign in</h1>
      <p>For people who run the shop.</p>
      <Form method="post" noValidate={false}>
        {answer?.problem ? (
          <p className="problem" role="alert">
            {answer.problem}
          </p>
        ) : null}
        <label>
          E-mail
          <input
            type="email"
            name="email"
            autoComplete="username"
            defaultValue={answer?.email}
            required
            maxLength={200}
          />
        </label>
        <label>
          Password
          <input type="password" name="password" autoComplete="current-password" required maxLength={200} />
        </label>
        <button type="submit" disabled={busy}>
          {busy ? 'Signing in …' : 'Sign in'}
        </button>
      </Form>
      <p className="way-back">
        <a href="/">Back to the shop</a>
      </p>
    </main>
  );
}
