import { providers } from '../../src/core/index.ts';
import { isOpaqueWebmail, opaqueHostOf } from './opaque-webmails.ts';
import type { Webmail } from './scenarios/scenario.ts';

/** The real names that the lab plays. Browsers are told to look for them on this machine. */
export const loginHost = 'login.microsoftonline.com';
/** The government cloud shares the older issuer name of the global one, so its keys are looked at too when one is missing. */
export const governmentLoginHost = 'login.microsoftonline.us';
/** The cloud in China says that it publishes its keys at the first; the second is its issuer's own host. */
export const chinaLoginHosts: readonly string[] = [
  'login.chinacloudapi.cn',
  'login.partner.microsoftonline.cn',
];
export const workHost = 'outlook.office.com';
export const consumerHost = 'outlook.live.com';
export const graphHost = 'graph.microsoft.com';
/** Publishes Google's keys. */
export const googleKeyHost = 'www.googleapis.com';
export const menuHost = 'lab.countersign.example';

/** Host of a webmail's pages. */
export const mailHostOf = (webmail: Webmail): string =>
  isOpaqueWebmail(webmail) ? opaqueHostOf(webmail) : webmail === 'work' ? workHost : consumerHost;

/** Every host of every webmail of the registry, so that a new one is played without a line here. */
export const labHosts: readonly string[] = [
  ...new Set([
    loginHost,
    governmentLoginHost,
    ...chinaLoginHosts,
    googleKeyHost,
    ...providers.flatMap(({ hosts, apiHosts }) => [...hosts, ...apiHosts]),
    menuHost,
  ]),
];

export const enterpriseTenant = '5d0f3c1e-8b42-4a67-9c1d-2f7e6b3a9d10';
export const otherTenant = 'c2a7d9e4-1f36-4b58-a0e3-7d4c8f91b265';
export const consumerTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
