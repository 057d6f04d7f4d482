import { catalogImage } from '../../src/demo/open-metadata/catalog-image.ts';
import type { Scene } from './scene.ts';

/** What lives, without the addresses of the stand-ins, the marks, and the difference between no text and an empty one. */
export function living(scene: Pick<Scene, 'mode' | 'openMetadata'>): unknown {
  const { entities, edges } = catalogImage(scene.openMetadata);
  const { dashboard, chart, dashboardDataModel } = entities;
  const text = JSON.stringify({ dashboard, chart, dashboardDataModel, edges })
    .replaceAll(scene.mode.url, 'mode')
    .replace(/"sourceHash":"[^"]*"/g, '"sourceHash":""')
    .replace(/"description":"",/g, '');
  return JSON.parse(text);
}
