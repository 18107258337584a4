import { replacePayload } from '../tokens.ts';
import type { Scenario } from './scenario.ts';

export const payloadChanged: Scenario = {
  id: 'payload-changed',
  title: 'A changed session',
  summary: 'An attacker takes a genuine session and writes another person’s name into it.',
  webmail: 'work',
  verdict: 'danger',
  failing: ['signature-invalid'],
  issue: (genuine) => replacePayload(genuine, { upn: 'director@contoso.example' }),
};
