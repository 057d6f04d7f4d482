import { z } from 'zod';
import { decodeEntities } from '../decode-entities.ts';
import type { WebUrls } from '../web-urls.ts';
import type { Chart } from '../workspace.ts';
import { columnsDrawn } from './columns-drawn.ts';
import { token } from './scalars.ts';

const words = z.string().nullish();

/** Charts of today. Encoding and formats may have any shape: a chart is not left out for them. */
const viewVegas = z
  .object({
    title: words,
    description: words,
    chartType: words,
    encoding: z.unknown().optional(),
    fieldFormats: z.unknown().optional(),
  })
  .nullish();

/** The mark of a `vegas` chart lies deep in its encoding; where it is not, the chart has no type that is known. */
const mark = z
  .object({ marks: z.object({ properties: z.object({ type: z.object({ value: z.string() }) }) }) })
  .transform(({ marks }) => marks.properties.type.value)
  .nullable()
  .catch(null);

/** Charts of old; an empty object in charts of today. */
const view = z.object({ chartTitle: words, chartDescription: words, selectedChart: words }).nullish();

/** A row of `GET /api/{ws}/reports/{report}/queries/{query}/charts`. It has no name of its own: all is in one of the views. */
export const chartPayload = z.object({ token, view, view_vegas: viewVegas });

export function toChart(
  { token, view, view_vegas: vegas }: z.output<typeof chartPayload>,
  { reportToken, urls }: { readonly reportToken: string; readonly urls: WebUrls },
): Chart {
  const title = decodeEntities(vegas?.title ?? view?.chartTitle ?? '');
  // `vegas` names the renderer, not what it draws.
  const type =
    vegas?.chartType === 'vegas' ? mark.parse(vegas.encoding) : (vegas?.chartType ?? view?.selectedChart);
  return {
    token,
    title: title.trim() === '' ? null : title,
    description: vegas?.description ?? view?.chartDescription ?? '',
    type: type || 'unknown',
    columns: columnsDrawn(vegas?.encoding, vegas?.fieldFormats),
    url: urls.chart(reportToken, token),
  };
}
