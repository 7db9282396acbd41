import type { Actor } from '../identity/identity.views.ts';
import type { ApiCaller } from './api-caller.ts';
import { CommerceApiError } from './commerce-api-error.ts';
import type { CommandContext, CommerceClient } from './commerce-client.ts';
import type { AccountsClient, CustomersClient, StoreCreditClient } from './customers-client.ts';

const STORE = '/api/store/v1';
const change = ({ idempotencyKey }: CommandContext) => ({ idempotencyKey });

/** The customer is who the client's token belongs to. */
export function httpCustomers(call: ApiCaller): CustomersClient {
  type Customer = Awaited<ReturnType<CommerceClient['customers']['get']>>;
  return {
    async get() {
      return (await call.get<{ customer: Customer | null }>(`${STORE}/my/profile`, {})).customer ?? undefined;
    },
    change: (context, patch) => call.patch(`${STORE}/my/profile`, patch, change(context)),
    saveAddress: (context, input) => call.post(`${STORE}/my/addresses`, input, change(context)),
    removeAddress: (context, addressId) =>
      call.delete(`${STORE}/my/addresses/${encodeURIComponent(addressId)}`, change(context)),
    saveTaxNumber: (context, vatId) => call.post(`${STORE}/my/tax-numbers`, { vatId }, change(context)),
    removeTaxNumber: (context, vatId) =>
      call.delete(`${STORE}/my/tax-numbers/${encodeURIComponent(vatId)}`, change(context)),
    consent: (context, input) => call.post(`${STORE}/my/consents`, input, change(context)),
    wish: (context, input) => call.post(`${STORE}/my/wishes`, input, change(context)),
    export: () => call.get(`${STORE}/my/export`, {}),
    erase: (context) => call.delete(`${STORE}/my/profile`, change(context)),
  };
}

export function httpStoreCredit(call: ApiCaller): StoreCreditClient {
  type Balances = Awaited<ReturnType<StoreCreditClient['balances']>>;
  return {
    async balances() {
      return (await call.get<{ items: Balances }>(`${STORE}/my/store-credit`, {})).items;
    },
    history: (_, { currency, limit, after }) =>
      call.get(`${STORE}/my/store-credit/movements`, {
        currency,
        ...(limit !== undefined && { limit: String(limit) }),
        ...(after !== undefined && { after }),
      }),
  };
}

export function httpAccounts(call: ApiCaller): AccountsClient {
  return {
    signUp: ({ from: _, ...body }) => call.post(`${STORE}/accounts`, body, {}),
    signIn: ({ from: _, ...body }) => call.post(`${STORE}/sessions`, body, {}),
    askForLink: ({ from: _, ...body }) => call.post(`${STORE}/sign-in-links`, body, {}),
    askForReset: ({ from: _, ...body }) => call.post(`${STORE}/password-resets`, body, {}),
    followLink: (body) => call.post(`${STORE}/link-uses`, body, {}),
    reset: (body) => call.post(`${STORE}/passwords`, body, {}),
    async signOut(token) {
      await unlessRefused(() => call.delete(`${STORE}/sessions/current`, { token }), undefined);
    },
    signOutEverywhere: (context) => call.delete(`${STORE}/sessions`, change(context)),
    async actorOf(token) {
      if (token === undefined) return { kind: 'guest' };
      const ask = async () => (await call.get<{ actor: Actor }>(`${STORE}/my/account`, {}, { token })).actor;
      return unlessRefused<Actor>(ask, { kind: 'guest' });
    },
    async view() {
      type View = Awaited<ReturnType<AccountsClient['view']>>;
      return (await call.get<{ account: View }>(`${STORE}/my/account`, {})).account;
    },
    changePassword: (context, input) => call.post(`${STORE}/my/account/password`, input, change(context)),
    changeEmail: (context, input) => call.post(`${STORE}/my/account/email`, input, change(context)),
  };
}

/** Nobody, or one of the staff. */
async function unlessRefused<Answer>(ask: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof CommerceApiError && (error.status === 401 || error.status === 403)) return otherwise;
    throw error;
  }
}
