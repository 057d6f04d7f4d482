import type { Plan } from '../../plan/plan.ts';
import type { RunReport } from '../run-report.ts';
import { buildPageData } from './build-page-data.ts';
import { script, scriptSource, style, styleSource } from './page-code.mjs';
import { scriptJson } from './script-json.ts';

/** Nothing is loaded, nothing is sent, and nothing runs but the one script: text from Mode cannot become any of it. */
const POLICY = [
  "default-src 'none'",
  `script-src ${scriptSource}`,
  `style-src ${styleSource}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * A run as one HTML file that needs nothing else. What the report leaves out, which column is made from which, is taken from the
 * plan's edges. All that comes from outside stands in the JSON; the script puts it into the page as text.
 */
export const renderPage = (report: RunReport, edges: Plan['edges']): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Mode to OpenMetadata</title>
<style>${style}</style>
</head>
<body>
<noscript>This page draws itself with a script of its own. The JSON report of the run tells the same.</noscript>
<script type="application/json" id="data">${scriptJson(buildPageData(report, edges))}</script>
<script type="module">${script}</script>
</body>
</html>
`;
