import type { SignUpInput } from '../accounts/account-input.ts';
import type {
  AccountView,
  CredentialOutcome,
  LinkOutcome,
  MailedOutcome,
  ShopperSignInOutcome,
} from '../accounts/accounts.views.ts';
import type { ConsentInput, OwnPatch, SaveAddressInput, WishInput } from '../customers/customer-input.ts';
import type {
  CustomerExport,
  CustomerOutcome,
  CustomerView,
  EraseOutcome,
} from '../customers/customers.views.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { StoreCreditHistory, StoreCreditView } from '../store-credit/store-credit.views.ts';
import type { CommandContext } from './command-context.ts';

type Customer = Actor & { kind: 'customer' };
type Own<Input> = Omit<Input, 'customerId'>;
type Mailing = { readonly email: string; readonly locale: string; readonly from: string };

/** What customers who are signed in ask and change of themselves. */
export interface CustomersClient {
  get(actor: Customer): Promise<CustomerView | undefined>;
  change(context: CommandContext, patch: OwnPatch): Promise<CustomerOutcome>;
  saveAddress(context: CommandContext, input: Own<SaveAddressInput>): Promise<CustomerOutcome>;
  removeAddress(context: CommandContext, addressId: string): Promise<CustomerOutcome>;
  /** @throws CommerceError or its like across HTTP, `bad_input` at `vatId`. */
  saveTaxNumber(context: CommandContext, vatId: string): Promise<CustomerOutcome>;
  removeTaxNumber(context: CommandContext, vatId: string): Promise<CustomerOutcome>;
  consent(context: CommandContext, input: Own<ConsentInput>): Promise<CustomerOutcome>;
  wish(context: CommandContext, input: Own<WishInput>): Promise<CustomerOutcome>;
  export(actor: Customer): Promise<CustomerExport>;
  erase(context: CommandContext): Promise<EraseOutcome>;
}

/** What customers have to spend. */
export interface StoreCreditClient {
  /** By currency. */
  balances(actor: Customer): Promise<readonly StoreCreditView[]>;
  /** What came to it and went off it, the newest first. */
  history(
    actor: Customer,
    query: { currency: string; limit?: number; after?: string },
  ): Promise<StoreCreditHistory>;
}

/** How shoppers come in. `from` is the network address of the shopper; across HTTP the server sees it itself. */
export interface AccountsClient {
  signUp(input: SignUpInput): Promise<MailedOutcome>;
  signIn(input: { email: string; password: string; from: string }): Promise<ShopperSignInOutcome>;
  /** `wish` = what was to be put on the wish list; it stands in the link. */
  askForLink(input: Mailing & { readonly wish?: string }): Promise<MailedOutcome>;
  askForReset(input: Mailing): Promise<MailedOutcome>;
  followLink(input: { token: string }): Promise<LinkOutcome>;
  reset(input: { token: string; password: string }): Promise<LinkOutcome>;
  signOut(token: string): Promise<void>;
  signOutEverywhere(context: CommandContext): Promise<{ readonly ended: number }>;
  /** Guest when the token is unknown, ended, absent or not a shopper's. */
  actorOf(token: string | undefined): Promise<Actor>;
  view(actor: Customer): Promise<AccountView>;
  /** `token` = the session that stays. */
  changePassword(
    context: CommandContext,
    input: { current: string; password: string },
    options: { token?: string; from: string },
  ): Promise<CredentialOutcome>;
  changeEmail(
    context: CommandContext,
    input: { email: string; password?: string },
    options: { from: string },
  ): Promise<CredentialOutcome | { readonly kind: 'mailed' }>;
}
