import { secretForms } from '../secret-forms.ts';

/** Knows the secrets, and what is derived from them. */
export interface SecretMask {
  /** From now on the secret is hidden. The forms that were not known before. */
  add(secret: string): readonly string[];
  /** The text with every known form replaced by `***`. */
  hide(text: string): string;
}

export function createSecretMask(): SecretMask {
  const secrets = new Set<string>();
  let forms: readonly string[] = [];
  return {
    add(secret) {
      if (secretForms(secret).length === 0) return [];
      // An Authorization header of scheme Basic holds a pair of secrets in base64: hiding both halves does not hide it.
      const pairs = [...secrets].flatMap((other) => [`${other}:${secret}`, `${secret}:${other}`]);
      secrets.add(secret);
      const fresh = [...new Set([secret, ...pairs].flatMap(secretForms))].filter(
        (form) => !forms.includes(form),
      );
      forms = [...forms, ...fresh].sort((a, b) => b.length - a.length);
      return fresh;
    },
    hide: (text) => forms.reduce((rest, form) => rest.replaceAll(form, '***'), text),
  };
}
