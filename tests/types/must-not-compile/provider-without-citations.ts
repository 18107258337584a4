import type { Provider } from '../../../src/core/index.ts';

export const provider: Provider = {
  id: 'nowhere',
  name: 'Nowhere',
  hosts: ['mail.example.org'],
  apiHosts: [],
  issuers: [],
  signOutUrl: 'https://mail.example.org/',
};
