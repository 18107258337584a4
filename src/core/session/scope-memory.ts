import { maxTabsOfToken, type SeenAccount, type SeenToken } from './seen-token.ts';

export interface MemoryLimits {
  /** Most tokens of one webmail. */
  readonly maxTokens: number;
  /** A token not seen for this long is no longer part of the session. */
  readonly maxAgeMs: number;
}

/** The tokens of one webmail, found by their number and by whom they name. */
export interface ScopeMemory {
  readonly add: (token: SeenToken) => void;
  readonly forgetTab: (tabId: number) => void;
  readonly tokens: () => readonly SeenToken[];
  readonly numbered: (tokenId: string | null) => readonly SeenToken[];
  readonly accounts: () => readonly SeenAccount[];
  /** When tokens were seen that show a sign-in. */
  readonly signInsAtMs: () => readonly number[];
}

const none: readonly SeenToken[] = Object.freeze([]);

/**
 * Adding a token and asking for those that matter to it costs a few look-ups: a session has many tokens and few accounts, and what
 * is compared with all of them is the account.
 */
export function createScopeMemory({ maxTokens, maxAgeMs }: MemoryLimits): ScopeMemory {
  const kept = new Map<string, Kept>();
  const unverified = new Set<Kept>();
  const signIns = new Set<Kept>();
  const byNumber = new Map<string, readonly SeenToken[]>();
  const byAccount = new Map<string, SeenToken[]>();
  // Made when they are asked for, and good until the next token.
  let accounts: readonly SeenAccount[] | null = null;
  let signInsAtMs: readonly number[] | null = null;

  function put(token: SeenToken): void {
    const { fingerprint, tokenId, signature, isSignIn } = token;
    const one = { token, account: accountKey(token) };
    kept.set(fingerprint, one);
    if (signature !== 'verified') unverified.add(one);
    if (isSignIn) {
      signIns.add(one);
      signInsAtMs = null;
    }
    if (tokenId !== null) byNumber.set(tokenId, [...(byNumber.get(tokenId) ?? none), token]);
    const ofAccount = byAccount.get(one.account);
    if (ofAccount === undefined) byAccount.set(one.account, [token]);
    else ofAccount.push(token);
    accounts = null;
  }

  function drop(one: Kept): void {
    const { token, account } = one;
    kept.delete(token.fingerprint);
    unverified.delete(one);
    if (signIns.delete(one)) signInsAtMs = null;
    const { tokenId } = token;
    if (tokenId !== null) {
      const left = (byNumber.get(tokenId) ?? none).filter((other) => other !== token);
      if (left.length === 0) byNumber.delete(tokenId);
      else byNumber.set(tokenId, left);
    }
    const ofAccount = byAccount.get(account) ?? [];
    if (ofAccount.length <= 1) byAccount.delete(account);
    else ofAccount.splice(ofAccount.indexOf(token), 1);
    accounts = null;
  }

  function add(token: SeenToken): void {
    const same = kept.get(token.fingerprint);
    if (same !== undefined) drop(same);
    for (const oldest of kept.values()) {
      if (token.seenAtMs - oldest.token.seenAtMs <= maxAgeMs) break;
      drop(oldest);
    }
    if (kept.size >= maxTokens) {
      const [first] = unverified.size > 0 ? unverified : kept.values();
      if (first !== undefined) drop(first);
    }
    put(same === undefined ? token : merge(token, same.token));
  }

  return {
    add,
    forgetTab(tabId) {
      const all = [...kept.values()];
      if (!all.some(({ token }) => token.tabIds.includes(tabId))) return;
      for (const one of all) drop(one);
      for (const { token } of all) {
        const tabIds = Object.freeze(token.tabIds.filter((id) => id !== tabId));
        put(tabIds.length === token.tabIds.length ? token : Object.freeze({ ...token, tabIds }));
      }
    },
    tokens: () => Object.freeze([...kept.values()].map(({ token }) => token)),
    numbered: (tokenId) => (tokenId === null ? none : (byNumber.get(tokenId) ?? none)),
    accounts() {
      accounts ??= Object.freeze([...byAccount.values()].flatMap(describeAccount));
      return accounts;
    },
    signInsAtMs() {
      signInsAtMs ??= Object.freeze([...signIns].map(({ token }) => token.seenAtMs));
      return signInsAtMs;
    },
  };
}

interface Kept {
  readonly token: SeenToken;
  readonly account: string;
}

/** Everything by which rules tell accounts and their use apart. Identifiers hold no line break. */
function accountKey(token: SeenToken): string {
  const { kind, signature, isOfProgram, isUsed, tabIds } = token;
  return `${kind} ${signature} ${isOfProgram} ${isUsed} ${tabIds.join()}
${token.issuer}
${token.tenant}
${token.object}
${token.subject}
${token.puid}
${token.sid}
${token.audience}
${token.application}`;
}

function describeAccount(tokens: readonly SeenToken[]): readonly SeenAccount[] {
  const [first] = tokens;
  const last = tokens[tokens.length - 1];
  return first === undefined || last === undefined ? [] : [Object.freeze({ first, last })];
}

/** A token after it was seen again. */
function merge(token: SeenToken, known: SeenToken): SeenToken {
  const tabIds = [...new Set([...token.tabIds, ...known.tabIds])].slice(0, maxTabsOfToken);
  return Object.freeze({
    ...token,
    tabIds: Object.freeze(tabIds),
    isUsed: token.isUsed || known.isUsed,
    isSignIn: token.isSignIn || known.isSignIn,
  });
}
