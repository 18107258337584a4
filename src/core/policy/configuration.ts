import { type Configuration, emptyConfiguration } from '../configured/configuration.ts';
import type { Policy } from './index.ts';

/** The issuers and webmails that an organisation adds. */
export const configurationOf = ({ issuers, webmails }: Policy): Configuration =>
  issuers === null && webmails === null
    ? emptyConfiguration
    : Object.freeze({ issuers: issuers ?? [], webmails: webmails ?? [] });
