import * as v from 'valibot';
import {
  type AcceptedFinding,
  type ConfiguredIssuer,
  type ConfiguredWebmail,
  configuredIssuerSchema,
  configuredWebmailSchema,
  maxIssuers,
  maxWebmails,
} from '../core/index.ts';
import { languages } from './languages.ts';

/** Most findings that a person can have accepted, and most webmails that can be turned off. */
export const maxAcceptedFindings = 200;
export const maxOffProviders = 100;
export const defaultRetentionDays = 30;
export const maxRetentionDays = 365;

/** The entries of a list that can be read, up to `most` of them: one that cannot does not cost the others. */
const readable = <Entry>(entry: v.GenericSchema<unknown, Entry>, most: number) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((entries): Entry[] =>
        entries.flatMap((one) => {
          const parsed = v.safeParse(entry, one);
          return parsed.success ? [parsed.output] : [];
        }),
      ),
      v.transform((entries) => entries.slice(0, most)),
    ),
    [],
  );

const shortText = v.pipe(v.string(), v.maxLength(512));

/** A finding that the person knows to be fine, for one key and one account. Every name must be the same for it to count. */
export const acceptedFindingSchema: v.GenericSchema<unknown, AcceptedFinding> = v.object({
  /** Rule id. */
  rule: v.pipe(v.string(), v.maxLength(64)),
  /** RFC 7638 thumbprint of the signing key; null when no key was found. */
  keyThumbprint: v.nullable(shortText),
  /** Name of the key as the token gives it; null when it gives none. */
  keyId: v.nullable(shortText),
  /** Issuer and account as the token claims them; null when it names none. */
  issuer: v.nullable(shortText),
  account: v.nullable(shortText),
  acceptedAtMs: v.number(),
});

/**
 * What the person chose. Every member has a fallback, so a damaged or older record loses what cannot be read and keeps the rest.
 */
export const settingsSchema = v.object({
  language: v.fallback(v.picklist(['auto', ...languages]), 'auto'),
  /** System notification and banner on the page, on danger. */
  notifications: v.fallback(v.boolean(), true),
  banner: v.fallback(v.boolean(), true),
  /**
   * Whether the connections by which key documents come are looked at, in Firefox, which asks for a permission of its own first
   * (`requestConnections`). Without that permission it has no effect.
   */
  checkConnections: v.fallback(v.boolean(), false),
  /** How long sessions and verdicts are kept, in days. */
  retentionDays: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxRetentionDays)),
    defaultRetentionDays,
  ),
  /** Ids of webmails, host names for added ones, that the person does not want to have checked. */
  offProviders: v.fallback(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(maxOffProviders)),
    [],
  ),
  /** Issuers and webmails that the person added; what an organisation says of the same ones counts instead. */
  ownIssuers: readable<ConfiguredIssuer>(configuredIssuerSchema, maxIssuers),
  ownWebmails: readable<ConfiguredWebmail>(configuredWebmailSchema, maxWebmails),
  acceptedFindings: readable<AcceptedFinding>(acceptedFindingSchema, maxAcceptedFindings),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** Reads what was stored or imported; what cannot be read is as it was at first. */
export const parseSettings = (value: unknown): Settings =>
  v.parse(settingsSchema, typeof value === 'object' && value !== null ? value : {});

export const defaultSettings: Settings = parseSettings({});
