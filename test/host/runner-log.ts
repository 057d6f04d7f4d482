import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface RunnerLog {
  readonly raw: string;
  readonly commands: readonly Command[];
  /** Lines that are no commands. */
  readonly lines: readonly string[];
}

const child = fileURLToPath(new URL('./actions-host-child.js', import.meta.url));

/** Runs the host in a process of its own and reads its output as GitHub's runner does. */
export function runnerLog(calls: readonly unknown[]): RunnerLog {
  const raw = execFileSync(process.execPath, [child], {
    input: JSON.stringify(calls),
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    maxBuffer: 50_000_000,
  });
  const commands: Command[] = [];
  const lines: string[] = [];
  for (const line of raw.split(/\r\n|\r|\n/)) {
    const command = parse(line);
    if (command === null) lines.push(line);
    else commands.push(command);
  }
  return { raw, commands, lines: lines.filter((line) => line !== '') };
}

/** `::name key=value,key=value::data` at the start of a line after blanks, or `##[name]data` anywhere in it. */
function parse(line: string): Command | null {
  const now = /^::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line.trim());
  if (now !== null) {
    const [, name = '', properties = '', data = ''] = now;
    const pairs = properties.split(',').filter((pair) => pair.includes('='));
    return {
      name,
      properties: Object.fromEntries(
        pairs.map((pair) => {
          const [key = '', value = ''] = pair.split(/=(.*)/s, 2);
          return [key, decoded(value)];
        }),
      ),
      data: decoded(data),
    };
  }
  const old = /##\[([^\]\s]+)[^\]]*\](.*)$/.exec(line);
  return old === null ? null : { name: `old ${old[1]}`, properties: {}, data: old[2] ?? '' };
}

const decoded = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
