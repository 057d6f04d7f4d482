// Runs every compiled test file, or those whose path holds one of the words given: `npm test -- config http`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';

const words = process.argv.slice(2);
const files = readdirSync('build/test', { recursive: true })
  .map((file) => `build/test/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.js'))
  // What was compiled of a file that is gone since is no test any more.
  .filter((file) => existsSync(file.replace(/^build\//, '').replace(/\.js$/, '.ts')))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`No test file matches: ${words.join(' ')}`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
