/** Allowed difference between clocks, seconds; RFC 7519 section 4.1.4 ("no more than a few minutes"). */
export const clockSkewSeconds = 300;
