import type { Accounts } from '../accounts/accounts.ts';
import type { Customers } from '../customers/customers.ts';
import type { CommandContext } from './command-context.ts';
import type { AccountsClient, CustomersClient } from './customers-client.ts';

export function localCustomers(customers: Customers): CustomersClient {
  const whose = ({ actor }: CommandContext) => ({ customerId: actor.kind === 'customer' ? actor.id : '' });
  return {
    get: (actor) => customers.get(actor, actor.id),
    change: (context, patch) => customers.change(context, { ...whose(context), patch }),
    saveAddress: (context, input) => customers.saveAddress(context, { ...input, ...whose(context) }),
    removeAddress: (context, addressId) => customers.removeAddress(context, { addressId, ...whose(context) }),
    saveTaxNumber: (context, vatId) => customers.saveTaxNumber(context, { vatId, ...whose(context) }),
    removeTaxNumber: (context, vatId) => customers.removeTaxNumber(context, { vatId, ...whose(context) }),
    consent: (context, input) => customers.consent(context, { ...input, ...whose(context) }),
    wish: (context, input) => customers.wish(context, { ...input, ...whose(context) }),
    export: async (actor) => (await customers.export(actor, actor.id)) ?? {},
    erase: (context) => customers.erase(context, whose(context)),
  };
}

export function localAccounts(accounts: Accounts): AccountsClient {
  return {
    signUp: (input) => accounts.signUp(input),
    signIn: (input) => accounts.signIn(input),
    askForLink: (input) => accounts.askForLink(input),
    askForReset: (input) => accounts.askForReset(input),
    followLink: (input) => accounts.followLink(input),
    reset: (input) => accounts.reset(input),
    signOut: (token) => accounts.signOut(token),
    signOutEverywhere: (context) => accounts.signOutEverywhere(context),
    actorOf: (token) => accounts.actorOf(token),
    view: (actor) => accounts.view(actor),
    changePassword: (context, input, options) => accounts.changePassword(context, input, options),
    changeEmail: (context, input, options) => accounts.changeEmail(context, input, options),
  };
}
