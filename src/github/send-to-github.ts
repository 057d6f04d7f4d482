/** Sends one request, such as `GET /user` with its parameters, as Octokit does. */
export type SendToGitHub = (
  route: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: unknown; readonly headers: { readonly link?: string | undefined } }>;
