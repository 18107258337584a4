import type { Facts } from './facts.ts';
import type { Inspection } from './inspection.ts';
import { findNested } from './nested/find-nested.ts';
import { inspectNested, type NestingBudget, noNesting } from './nested/inspect-nested.ts';
import { checkProof } from './proof/check-proof.ts';
import { checkDeviceBinding, noBinding } from './proof/device-binding.ts';
import { noProof } from './proof/proof.ts';
import { nestedContext, type Sighting } from './sighting.ts';
import { checkCompanions, noCompanions } from './token/companions.ts';
import type { UnverifiedToken } from './token/token.ts';

/**
 * What only some tokens bring: tokens inside of them, what came in the same answer, a proof of possession, a binding to the device.
 * Most bring none of it, and then nothing is done.
 */
export async function gatherBeside(
  token: UnverifiedToken,
  sighting: Sighting,
  budget: NestingBudget,
  inspectInside: (sighting: Sighting, budget: NestingBudget) => Promise<Inspection>,
): Promise<Pick<Facts, 'nesting' | 'companions' | 'proof' | 'deviceBinding'>> {
  const { context, credential } = sighting;
  const inside = findNested(token);
  return {
    nesting:
      inside.length === 0
        ? noNesting
        : await inspectNested(inside, budget, (text, rest) =>
            inspectInside({ ...sighting, credential: text, context: nestedContext }, rest),
          ),
    companions:
      context.presentedAs === 'id-token' ? await checkCompanions(token, context) : noCompanions,
    proof: context.proofs.length === 0 ? noProof : await checkProof(token, credential, context),
    deviceBinding:
      context.deviceBinding === null ? noBinding : await checkDeviceBinding(context.deviceBinding),
  };
}
