// Rebuilds the bundles in another folder and compares them with dist/, byte for byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const scratch = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  const { status } = spawnSync(process.execPath, ['scripts/bundle.mjs', scratch], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const names = [...new Set([...readdirSync('dist'), ...readdirSync(scratch)])].sort();
  const read = (folder, name) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      return Buffer.alloc(0);
    }
  };
  const stale = names.filter((name) => !read('dist', name).equals(read(scratch, name)));
  if (stale.length > 0) {
    console.error(`dist/ is not what src/ makes: ${stale.join(', ')}. Run npm run build and commit dist/.`);
    process.exit(1);
  }
  console.log(`dist/ is fresh: ${names.join(', ')}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
