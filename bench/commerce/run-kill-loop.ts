import { killLoop } from './kill-loop.ts';

// npm run bench:kill [-- --kills 40 --lanes 8 --life 4000]
// About two minutes: the server is killed again and again while shoppers buy; then the doctor looks at everything.

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const report = await killLoop({
  server: process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  kills: option('kills', 40),
  lanes: option('lanes', 8),
  life: option('life', 4000),
});
console.log(JSON.stringify(report, null, 1));
if (report.faults.length > 0) process.exitCode = 1;
