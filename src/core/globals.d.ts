/**
 * The few web globals that the core may use, present in every browser and in Node: text coding (WHATWG Encoding),
 * SHA-2 and signatures (W3C Web Cryptography) and address parsing (WHATWG URL). Everything else reaches it through ports.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class URL {
  constructor(address: string);
  static canParse(address: string): boolean;
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly origin: string;
  readonly search: string;
  readonly hash: string;
  readonly pathname: string;
}
/** Opaque: made by jose, only handed to `verify`. */
interface CryptoKey {
  readonly type: string;
}
declare const crypto: {
  readonly subtle: {
    digest(
      algorithm: 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1',
      data: Uint8Array,
    ): Promise<ArrayBuffer>;
    verify(
      algorithm: {
        readonly name: string;
        readonly hash?: string;
        readonly saltLength?: number;
      },
      key: CryptoKey,
      signature: Uint8Array,
      data: Uint8Array,
    ): Promise<boolean>;
  };
};
