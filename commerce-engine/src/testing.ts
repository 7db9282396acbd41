export { type ContractSubject, describeCommerceClient } from './lib/api/commerce-client.contract.ts';
export { serveOnLoopback } from './lib/api/serve-api.ts';
export { openEmbeddedTestShop } from './lib/testing/embedded-test-shop.ts';
export { type FilledShop, openFilledShop, testVariant } from './lib/testing/filled-shop.ts';
export { openPayingShop, type PayingShop } from './lib/testing/paying-shop.ts';
export { signUpShopper, type TestShopper, takeMails, tokenIn } from './lib/testing/shopper-account.ts';
export { openTestShop, type TestShop } from './lib/testing/test-shop.ts';
