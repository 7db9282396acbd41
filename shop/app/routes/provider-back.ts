import type { LoaderFunctionArgs } from 'react-router';
import { localeOf } from '../provider-notice.ts';
import { forgetTry, providerReturn, readTry } from '../provider-try.ts';
import { siteContext } from '../site-context.ts';

/** Where a provider sends the browser back to: signs in, takes the cart along, and goes on. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext);
  const provider = params.provider ?? '';
  const { try: made, ...then } = readTry(request);
  const outcome = await site.accounts.withProvider.finish({
    provider,
    cameBackAt: request.url,
    redirectUrl: providerReturn(site.publicUrl, provider),
    try: made,
    locale: localeOf(then.next),
  });
  const answer =
    outcome.kind === 'signed-in'
      ? await site.signedIn(request, outcome, then)
      : site.backToSignIn(outcome.kind, then, 'cause' in outcome ? outcome.cause : undefined);
  answer.headers.append('set-cookie', forgetTry(site));
  return answer;
}
