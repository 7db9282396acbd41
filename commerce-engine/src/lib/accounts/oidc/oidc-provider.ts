import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import type { ProvidedPerson, SignInProvider } from './sign-in-provider.ts';

export interface OidcOptions {
  /** Small letters, digits, hyphens. */
  readonly id: string;
  readonly name: string;
  /** Its address; what else is to be known of it is found there. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without TLS, for a provider on this machine. Default false. */
  readonly insecure?: boolean;
}

const SECONDS = 10;

/** A provider that speaks OpenID Connect: code flow with PKCE, its keys and addresses by discovery. */
export function oidcProvider({
  id,
  name,
  issuer,
  clientId,
  clientSecret,
  insecure,
}: OidcOptions): SignInProvider {
  let found: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: SECONDS,
      ...(insecure && { execute: [allowInsecureRequests] }),
    }).catch((error: unknown) => {
      // It may be reached the next time.
      found = undefined;
      throw error;
    });
    return found;
  };

  return {
    id,
    name,
    async addressFor({ state, nonce, verifier, redirectUrl }) {
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUrl,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return address.href;
    },
    async personAt(cameBackAt, { state, nonce, verifier, redirectUrl }) {
      const asked = await configuration();
      // The address as the provider was told it: what a proxy made of it is not to be believed.
      const address = new URL(redirectUrl);
      address.search = new URL(cameBackAt).search;
      try {
        const tokens = await authorizationCodeGrant(asked, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        // Some put no more than the subject into the token.
        const more =
          claims.email === undefined && asked.serverMetadata().userinfo_endpoint !== undefined
            ? await fetchUserInfo(asked, tokens.access_token, claims.sub)
            : {};
        return personOf({ ...more, ...claims });
      } catch (error) {
        if (error instanceof AuthorizationResponseError && error.error === 'access_denied') return 'denied';
        throw error;
      }
    },
  };
}

function personOf({ sub, email, email_verified: verified, name }: Record<string, unknown>): ProvidedPerson {
  return {
    subject: String(sub),
    ...(typeof email === 'string' && verified === true && { email }),
    ...(typeof name === 'string' && { name }),
  };
}
