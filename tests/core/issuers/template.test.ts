import { describe, expect, test } from 'vitest';
import { issuers } from '../../../src/core/index.ts';
import { entra } from '../../../src/core/issuers/entra.ts';
import { microsoftConsumer } from '../../../src/core/issuers/microsoft-consumer.ts';
import { matchIssuers, ownerSpeaksFor } from '../../../src/core/issuers/template.ts';
import { commonKeysUrl } from '../../support/keys.ts';
import {
  consumerOwner,
  consumerTenant,
  enterpriseOwner,
  enterpriseTenant,
  otherTenant,
} from '../../support/tokens.ts';

const match = (iss: string) => {
  const [found] = matchIssuers(iss, issuers);
  return found === undefined ? null : `${found.issuer.id} ${found.form.id} ${found.tenant}`;
};

describe('issuers are compared character by character', () => {
  test('the forms that exist', () => {
    expect(match(`https://sts.windows.net/${enterpriseTenant}/`)).toBe(
      `entra v1 ${enterpriseTenant}`,
    );
    expect(match(`https://login.microsoftonline.com/${enterpriseTenant}/v2.0`)).toBe(
      `entra v2 ${enterpriseTenant}`,
    );
    expect(match(consumerOwner)).toBe(`microsoft-consumer v2 ${consumerTenant}`);
  });
  test('the form with a closing slash is a family of its own, because B2C writes it too', () => {
    expect(match(`https://login.microsoftonline.com/${enterpriseTenant}/v2.0/`)).toBe(
      `entra-trailing-slash v2 ${enterpriseTenant}`,
    );
  });
  test.each([
    `https://sts.windows.net/${enterpriseTenant}`,
    `https://sts.windows.net/${enterpriseTenant}//`,
    `http://sts.windows.net/${enterpriseTenant}/`,
    `https://sts.windows.net/${enterpriseTenant.toUpperCase().replaceAll('1', 'A')}/`,
    `https://sts.windows.net./${enterpriseTenant}/`,
    `https://sts.windows.net/${enterpriseTenant}/ `,
    `https://sts.windows.net.evil.example/${enterpriseTenant}/`,
    'https://sts.windows.net/{tenant}/',
    'https://sts.windows.net/common/',
    `https://sts.windows.net/${consumerTenant}/`,
    `https://login.microsoftonline.com/${enterpriseTenant}/v2.0//`,
    `https://login.microsoftonline.com/../${enterpriseTenant}/v2.0`,
    '',
  ])('%j is none of them', (iss) => {
    expect(match(iss)).toBeNull();
  });
});

describe('whom a key may speak for', () => {
  const speaks = (owner: string, tenant = enterpriseTenant, url = commonKeysUrl) =>
    ownerSpeaksFor({ owner, url }, entra, tenant);
  const ofTenant = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;

  test('a shared key of organisations speaks for each of them', () => {
    expect(speaks(enterpriseOwner)).toBe(true);
  });
  test('a key of private accounts speaks for no organisation', () => {
    expect(speaks(consumerOwner)).toBe(false);
  });
  test('an organisation’s key speaks for no private account', () => {
    const owner = { owner: enterpriseOwner, url: commonKeysUrl };
    expect(ownerSpeaksFor(owner, microsoftConsumer, consumerTenant)).toBe(false);
    expect(
      ownerSpeaksFor(
        { owner: consumerOwner, url: commonKeysUrl },
        microsoftConsumer,
        consumerTenant,
      ),
    ).toBe(true);
  });
  test('a key of one tenant speaks for that tenant only', () => {
    expect(speaks(ofTenant(enterpriseTenant))).toBe(true);
    expect(speaks(ofTenant(otherTenant))).toBe(false);
  });
  test('in a tenant’s own document that tenant stands for all of them', () => {
    const url = `https://login.microsoftonline.com/${otherTenant}/discovery/v2.0/keys`;
    expect(speaks(ofTenant(otherTenant), enterpriseTenant, url)).toBe(true);
  });
  test('private accounts never become organisations through their own document', () => {
    const url = `https://login.microsoftonline.com/${consumerTenant}/discovery/v2.0/keys`;
    expect(speaks(consumerOwner, enterpriseTenant, url)).toBe(false);
  });
  test.each([
    '',
    '{tenantid}',
    'https://login.microsoftonline.com/{tenant}/v2.0',
    `${enterpriseOwner}/`,
  ])('the owner %j speaks for nobody', (owner) => {
    expect(speaks(owner)).toBe(false);
  });
});
