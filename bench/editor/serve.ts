import { buildClients } from './build-clients.ts';
import { openEditorShop } from './editor-shop.ts';

/** Run in a process of its own: the shop with its editor, and Puck, until the process is ended. Tells its parent where. */
const shop = await openEditorShop(await buildClients());
process.send!({ address: shop.address });
process.on('disconnect', () => process.exit());
