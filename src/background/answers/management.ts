import type { Management } from '../../protocol/management-schema.ts';
import type { PolicyHolder } from '../policy-holder.ts';

/** What an organisation has decided, read anew: browsers can hand it over late. */
export const answerManagement =
  ({ refresh, isManaged, current }: PolicyHolder) =>
  async (): Promise<Management> => {
    await refresh();
    return { isManaged: isManaged(), policy: current() };
  };
