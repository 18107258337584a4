import { requestHeader } from './request-header.ts';
import type { Source } from './source.ts';

/** Every place that is watched for tokens. */
export const sources: readonly Source[] = [requestHeader];
