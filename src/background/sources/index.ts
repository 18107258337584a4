import { address } from './address.ts';
import { cookie } from './cookie.ts';
import { requestHeader } from './request-header.ts';
import { responseHeader } from './response-header.ts';
import { signInPost } from './sign-in-post.ts';
import type { Source } from './source.ts';
import { webStorage } from './web-storage.ts';

/** Every place that is watched for tokens. */
export const sources: readonly Source[] = [
  requestHeader,
  responseHeader,
  signInPost,
  address,
  cookie,
  webStorage,
];
