export { type OidcOptions, oidcProvider } from './lib/accounts/oidc/oidc-provider.ts';
