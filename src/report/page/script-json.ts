/** The characters that can end a script element or a line of script, or begin a comment in one. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/** JSON that may stand inside a `script` element: the same value, and no `</script>`, no `<!--`. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
