/** Why a browser cannot show something. */
export interface LeftOut {
  readonly leftOut: string;
}
