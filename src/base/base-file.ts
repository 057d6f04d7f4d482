/** The configuration's file as the base branch of a pull request has it. */
export type BaseFile =
  | { readonly state: 'read'; readonly text: string }
  /** The base has no such file. */
  | { readonly state: 'absent' }
  | { readonly state: 'unread'; readonly why: string };
