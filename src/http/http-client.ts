/** What an API client may ask of the one HTTP client. Paths start with `/` and are joined to the client's base. */
export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** True when asking twice does what asking once does; GET, PUT and DELETE are unless told otherwise. */
  readonly idempotent?: boolean;
  /** Statuses to hand back instead of throwing. */
  readonly accept?: readonly number[];
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Parsed JSON; undefined for an empty body. */
  readonly json: unknown;
}

export interface HttpClient {
  /** Resolves for 2xx and accepted statuses; throws an HttpError otherwise. */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** Requests sent so far, retries included. */
  readonly calls: number;
  /** Those of them that were not GETs. */
  readonly writes: number;
  /** Closes kept connections. */
  close(): void;
}
