import { developmentBuilds } from '../shop/development-builds.ts';
import { serve } from '../shop/serve.ts';

const builds = await developmentBuilds();
await serve(builds, () => builds.close());
