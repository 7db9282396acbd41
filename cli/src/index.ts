export { type CliOptions, runCli } from './lib/run-cli.ts';
export type { Finding, OpenShop, RunningShop, ShopProject } from './lib/shop-project.ts';
