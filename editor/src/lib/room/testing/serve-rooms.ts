import { openDatabase } from '@vitrine/database';
import { migrations, openHouse } from './small-house.ts';

/** Run by plain Node: rooms over a database, by its address or folder, until the process is killed. */
const place = process.argv[2]!;
const database = await openDatabase(
  place.startsWith('postgres') ? { url: place, migrations } : { folder: place, migrations },
);
const { url } = await openHouse(database);
process.stdout.write(`${url}\n`);
