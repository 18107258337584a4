import type { Provider } from './provider.ts';

/** Outlook.com: private Microsoft accounts. */
export const outlookConsumer: Provider = {
  id: 'outlook-consumer',
  name: 'Outlook.com',
  hosts: ['outlook.live.com'],
  apiHosts: ['graph.microsoft.com', 'substrate.office.com'],
  issuers: ['microsoft-consumer', 'exchange', 'substrate'],
  audiences: ['exchange-online', 'microsoft-graph', 'substrate', 'teams'],
  applications: ['9199bf20-a13f-4107-85dc-02114787ef48'],
  signOutUrl: 'https://account.live.com/proofs/manage/additional',
  citations: [
    {
      url: 'https://github.com/dirkjanm/ROADtools',
      read: '2026-11-24',
      verified: true,
    },
  ],
};
