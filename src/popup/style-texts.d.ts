/** A style sheet as the text that it is. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
