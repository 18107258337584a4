import * as v from 'valibot';
import {
  type AcceptedFinding,
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  configuredIssuerSchema,
  configuredWebmailSchema,
} from '../core/index.ts';
import { type AcceptAnswer, acceptAnswers } from './accepting-schema.ts';
import { ask } from './client.ts';
import { type Management, managementSchema } from './management-schema.ts';

/** What an organisation has decided for this browser. */
export const fetchManagement = (): Promise<Management> =>
  ask({ type: 'management' }, managementSchema);

const stopAnswer = v.object({ result: v.picklist(acceptAnswers) });

/** Takes back that a finding was accepted. */
export const stopAccepting = async (finding: AcceptedFinding): Promise<AcceptAnswer> =>
  (await ask({ type: 'stop-accepting', finding }, stopAnswer)).result;

/** An issuer as a person typed it; null where a part of it cannot be stored. */
export function readIssuer(typed: ConfiguredIssuer): ConfiguredIssuer | null {
  const read = v.safeParse(configuredIssuerSchema, typed);
  return read.success ? read.output : null;
}

/** A webmail as a person typed it; null where a part of it cannot be stored. */
export function readWebmail(typed: ConfiguredWebmail): ConfiguredWebmail | null {
  const read = v.safeParse(configuredWebmailSchema, typed);
  return read.success ? read.output : null;
}
