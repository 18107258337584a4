/** Match patterns of every page of these hosts; none of any other. */
export const patternsOf = (hosts: readonly string[]): readonly string[] =>
  hosts.map((host) => `https://${host}/*`);
