import type { EntityKind } from '../catalog/entities.ts';
import type { HttpResponse } from '../http/http-client.ts';
import type { CreateBody } from './catalog-writer.ts';
import type { DataModelTypes } from './data-model-types.ts';
import type { OpenMetadataClient } from './open-metadata-client.ts';

/** PUTs one create request, or a list of them to a bulk path. Rejects with an HttpError. */
export type SendCreate = (
  path: string,
  kind: EntityKind,
  bodies: CreateBody | readonly CreateBody[],
) => Promise<HttpResponse>;

/** Fills in the data model's type where a body leaves it out, and tries the next best one when the server refuses it. */
export function createSendCreate(client: OpenMetadataClient, types: DataModelTypes): SendCreate {
  return async (path, kind, bodies) => {
    const open = (isList(bodies) ? bodies : [bodies]).some((body) => leavesTypeOut(kind, body));
    while (true) {
      const type = types.current;
      const typed = (body: CreateBody) =>
        leavesTypeOut(kind, body) ? { ...body, dataModelType: type } : body;
      const body = isList(bodies) ? bodies.map(typed) : typed(bodies);
      try {
        return await client.send({ method: 'PUT', path, body });
      } catch (error) {
        if (!open || !types.refused(type, error)) throw error;
      }
    }
  };
}

const leavesTypeOut = (kind: EntityKind, body: CreateBody): boolean =>
  kind === 'dashboardDataModel' && body.dataModelType === undefined;

const isList = (bodies: CreateBody | readonly CreateBody[]): bodies is readonly CreateBody[] =>
  Array.isArray(bodies);
