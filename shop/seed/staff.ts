/** Someone who may sign in to the demo shop. The passwords are public on purpose: never seed them into a real shop. */
export interface DemoStaff {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: ('marketer' | 'author' | 'merchandiser' | 'associate' | 'owner')[];
}

export const demoStaff: readonly DemoStaff[] = [
  {
    name: 'Mara Lindqvist',
    email: 'mara@ostrand.example',
    password: 'demo-lighthouse-mara',
    roles: ['marketer'],
  },
  { name: 'Runa Falk', email: 'runa@ostrand.example', password: 'demo-lighthouse-runa', roles: ['author'] },
  {
    name: 'Jonas Petersen',
    email: 'jonas@ostrand.example',
    password: 'demo-lighthouse-jonas',
    roles: ['merchandiser'],
  },
  { name: 'Ida Brandt', email: 'ida@ostrand.example', password: 'demo-lighthouse-ida', roles: ['associate'] },
  {
    name: 'Ingrid Holm',
    email: 'ingrid@ostrand.example',
    password: 'demo-lighthouse-ingrid',
    roles: ['owner'],
  },
];
