import { DIALECTS } from '../lineage/dialect.ts';
import { ownFilesHelp } from './own-files-help.ts';
import type { Verb } from './verbs.ts';

const EXIT_CODES = `Exit codes
   0  done                        4  partial: something was not read or not written
   1  unexpected error            5  a guard stopped deletions
   2  configuration               6  Mode showed no report at all
   3  credentials or permission  10  the plan has changes (plan --detailed-exitcode),
                                     or a file has old keys (migrate --check)`;

const CREDENTIALS = `Credentials
  MODE_ACCESS_TOKEN, MODE_ACCESS_TOKEN_PASSWORD and OPENMETADATA_JWT_TOKEN fill what the file leaves out or holds as a
  placeholder; so does MODE_DISCOVERY_TOKEN, which a run can do without. \${NAME} in any value is replaced by the environment
  variable of that name.`;

const FILES = `  -c, --config FILE        the workflow YAML or JSON; may be repeated, and given without -c; - is standard input`;

const OUTPUTS = `      --report FILE        write the JSON report to a file
      --summary FILE       write the Markdown summary to a file`;

const COMMON = `      --json               the report as JSON on standard output, and nothing else there
  -q, --quiet              no progress and no notes
  -v, --verbose            every step of the plan, and what is otherwise shortened
      --color, --no-color  colours or none; otherwise as NO_COLOR, FORCE_COLOR and the terminal say`;

const ALL = `Options
${FILES}
${COMMON}
${OUTPUTS}`;

const HTML = `      --html FILE          write the report as one HTML page, with its lineage drawn; several files are numbered`;

const DELETIONS = `      --max-deletions N          delete nothing when more than N dashboards and data models would go; alone decides
      --max-deletion-share X     likewise for a share of the dashboards, charts or data models (default 0.25)`;

const FULL_EVERY = `      --full-every SPAN          read a report anew after 24h, 7d …, though nothing seems to have changed`;

const SETTINGS = `      --incremental, --full      read only reports whose listing changed, or all; otherwise as the file says
${FULL_EVERY}
      --mode-read HOW            auto, rest or discovery: how Mode is read, in place of modeRead in the file
      --time-budget MINUTES      stop reading Mode in time to write what is whole within so many minutes of each
                                 configuration (2.5 is two and a half); what was not reached is left to the next run`;

const REGISTER_RUN = `      --register-run             show the run in OpenMetadata, below the service's ingestion pipelines`;

const SHARD = `      --shard N/M                keep to the reports of every M-th collection; deletes nothing, which sweep does`;

const DIALECT_LINES = `one of ${DIALECTS.slice(0, 9).join(', ')},
                           ${DIALECTS.slice(9).join(', ')};
                           guessed from the SQL when left out`;

const OVERVIEW = `mode-ingest: keeps OpenMetadata true to a Mode workspace

Usage: mode-ingest <command> [options] FILE...

Commands
  validate   check the workflow YAML, offline
  plan       show what an ingestion would change; writes nothing
  ingest     make the catalog true
  sweep      close a run of shards: mend what they left, delete what is gone
  list       print the files as the matrix of a GitHub workflow, offline
  doctor     check both servers: reachability, tokens, permissions, versions, expected calls
  explain    show how every query of one report was read and linked; writes nothing
  lineage    show the tables and columns that a SQL file reads, offline
  schema     print the JSON Schema of the workflow YAML, for editors
  init       write a workflow YAML and a workflow of GitHub to begin with
  migrate    rewrite an old workflow YAML to today's keys, comments kept
  demo       a whole ingestion against two stand-ins on this machine; needs nothing

${ALL}
  -h, --help               this text; after a command, that command's
  -V, --version

${CREDENTIALS}

${EXIT_CODES}`;

const VERB_HELP: Readonly<Record<Verb, string>> = {
  validate: `mode-ingest validate FILE...

Checks the workflow YAML and names every error at its line and column. Sends nothing anywhere; credentials may be missing.

${ALL}

${EXIT_CODES}`,
  plan: `mode-ingest plan FILE...

Reads Mode and the catalog and shows what an ingestion would create, change and delete, and why. Writes nothing.

${ALL}
${HTML}
${SETTINGS}
${SHARD}
${DELETIONS}
      --detailed-exitcode        end with 10 when the plan has changes

${CREDENTIALS}

${EXIT_CODES}`,
  ingest: `mode-ingest ingest FILE...

Makes the catalog true: dashboards, charts, data models, owners, tags, lineage, and guarded soft deletions last. The same
input twice writes nothing the second time. At SIGINT or SIGTERM it reads no further, writes what is whole, deletes nothing
and ends within 5 seconds, with exit code 4; a second one ends it at once.

${ALL}
${HTML}
${SETTINGS}
${SHARD}
${DELETIONS}
${REGISTER_RUN}

${CREDENTIALS}

${EXIT_CODES}`,
  sweep: `mode-ingest sweep FILE...

Ends what the runs of all shards began: lists everything, reads only what they left undone, and deletes, under all
guards, what is gone from Mode. An incremental ingestion of the whole workspace.

${ALL}
${HTML}
${FULL_EVERY}
${DELETIONS}
${REGISTER_RUN}

${CREDENTIALS}

${EXIT_CODES}`,
  list: `mode-ingest list FILE...

Prints one line of JSON for fromJSON in a GitHub workflow: a job for each workflow YAML, with its path (config), service,
workspace and a word for names of secrets (prefix). Files may be patterns with *, ** and ?. Sends nothing anywhere;
credentials may be missing.

Options
  -c, --config FILE        the workflow YAML or JSON; may be repeated, and given without -c
      --shards M           a job for each of M shards of each file (shard: 1/M, number: 1 …)
  -q, --quiet              no notes

${EXIT_CODES}`,
  doctor: `mode-ingest doctor FILE...

Asks both servers what a run needs to know: reachable, what kind of token and until when, what it may do, which version,
which database services match, and how many calls a run will take. Writes nothing.

Options
${FILES}
${COMMON}

${CREDENTIALS}

${EXIT_CODES}`,
  explain: `mode-ingest explain FILE REPORT

For one report or dataset of Mode, by its token or web address: every query with its SQL as rendered, the tables and
columns that it reads, how each was looked for in the catalog, the verdict and what to do next. Writes nothing. The text can
be pasted into a support case: it holds SQL and names, no credentials.

Options
  -c, --config FILE        the workflow YAML or JSON; may be given without -c; - is standard input
      --json               the same as JSON
  -q, --quiet              no notes
      --no-color           as the environment variable NO_COLOR

${CREDENTIALS}

${EXIT_CODES}`,
  lineage: `mode-ingest lineage FILE...

The tables and columns that SQL reads, as Mode would send it with default values for its Liquid. Works offline: names are
looked up nowhere, unless in a catalog that is a file. - is standard input.

Options
      --dialect NAME       ${DIALECT_LINES}
      --catalog FILE       a JSON object from dotted table names to their columns: {"public.orders": ["id", "total"]}
      --json               the same as JSON

${EXIT_CODES}`,
  ...ownFilesHelp(EXIT_CODES),
  demo: `mode-ingest demo

Starts a small Mode and a small OpenMetadata on the loopback interface, plans, ingests, ingests again (which writes nothing)
and leaves the summary as a file. Needs no network, no credentials and no installation.

Options
      --summary FILE       where to leave the summary (default mode-ingest-demo-summary.md)
      --report FILE        write the JSON report of the first ingestion to a file
      --html FILE          write the first ingestion as one HTML page
${COMMON}`,
};

/** The help text of a verb, or of the whole script. */
export const help = (verb: Verb | null): string => (verb === null ? OVERVIEW : VERB_HELP[verb]);
