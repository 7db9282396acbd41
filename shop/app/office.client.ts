import { startOffice } from '@vitrine/back-office';

startOffice(document.getElementById('office')!);
