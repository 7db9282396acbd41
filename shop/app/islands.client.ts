import { islands } from '@vitrine/modules/library/islands';
import { startIslands } from '@vitrine/runtime/islands';

startIslands(islands);
