export { startOffice } from './lib/start-office.tsx';
