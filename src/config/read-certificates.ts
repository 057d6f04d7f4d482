import { OPEN_METADATA } from './credentials.ts';
import { type MapNode, nodeAt, textAt, withNode } from './document/config-node.ts';
import { locate } from './document/locate.ts';
import { type ReadFile, readSecretFile } from './read-secret-file.ts';
import { type Note, problem, type Remark, remarkOn } from './remark.ts';

const KEYS = ['caCertificate', 'sslCertificate', 'sslKey'] as const;

/** Puts the PEM text in where `sslConfig` names a file. What is no PEM text goes out of the tree, with a remark. */
export async function readCertificates(
  root: MapNode,
  options: { readonly readFile: ReadFile; readonly required: boolean },
): Promise<{
  readonly root: MapNode;
  readonly remarks: readonly Remark[];
  readonly secrets: readonly string[];
}> {
  const remarks: Remark[] = [];
  const secrets: string[] = [];
  let tree = root;
  for (const key of KEYS) {
    const path = [...OPEN_METADATA, 'sslConfig', key];
    const text = textAt(root, path);
    if (text === undefined) continue;
    const pem = isPem(text) ? text : await pemFile(text.trim(), options.readFile);
    if (typeof pem !== 'string')
      remarks.push(
        remarkOn(path, locate(root, path), options.required ? pem : { ...pem, severity: 'notice' }),
      );
    else if (key === 'sslKey') secrets.push(lines(pem));
    const at = nodeAt(root, path)?.at ?? null;
    tree = withNode(tree, path, typeof pem === 'string' ? { kind: 'scalar', value: lines(pem), at } : null);
  }
  return { root: tree, remarks, secrets };
}

const isPem = (text: string): boolean => text.includes('-----BEGIN ');

/** A PEM text that went through one line of an environment variable has `\n` for its line breaks. */
const lines = (pem: string): string => (pem.includes('\n') ? pem : pem.replaceAll('\\n', '\n'));

async function pemFile(path: string, readFile: ReadFile): Promise<string | Note> {
  const content = await readSecretFile(path, readFile);
  if (typeof content !== 'string' || isPem(content)) return content;
  return problem(
    'certificate-invalid',
    'names a file that holds no PEM text',
    'Give a file that has -----BEGIN in it.',
  );
}
