import { changeClaims, signAs } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const consumerKeyOnEnterpriseToken: Scenario = {
  id: 'consumer-key-on-enterprise-token',
  title: 'Storm-0558: a key for private accounts opens a company’s mail',
  summary:
    'An attacker holds a stolen key that may sign for private accounts only, and signs a session of your organisation with it. The mail service lets it in.',
  webmail: 'work',
  verdict: 'danger',
  failing: ['key-foreign'],
  issue: (genuine, keys) => signAs(keys.consumer, changeClaims(genuine, {})),
};
