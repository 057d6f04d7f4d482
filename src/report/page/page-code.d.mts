/** The page's own script and style, as `npm run compile` puts them together, each with the CSP source that allows it alone. */
export const script: string;
export const scriptSource: string;
export const style: string;
export const styleSource: string;
