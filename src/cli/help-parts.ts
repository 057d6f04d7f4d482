import { DIALECTS } from '../lineage/dialect.ts';

/** What the help texts of several commands have in common. */

export const EXIT_CODES = `Exit codes
   0  done                        4  partial: something was not read or not written
   1  unexpected error            5  a guard stopped deletions,
   2  configuration                  or another plan was approved
   3  credentials or permission   6  Mode showed no report at all
                                 10  the plan has changes (drift, plan --detailed-exitcode),
                                     or a file has old keys (migrate --check)`;

export const CREDENTIALS = `Credentials
  MODE_ACCESS_TOKEN, MODE_ACCESS_TOKEN_PASSWORD and OPENMETADATA_JWT_TOKEN fill what the file leaves out or holds as a
  placeholder; so does MODE_DISCOVERY_TOKEN, which a run can do without. \${NAME} in any value is replaced by the environment
  variable of that name.`;

export const FILES = `  -c, --config FILE        the workflow YAML or JSON; may be repeated, and given without -c; - is standard input`;

const OUTPUTS = `      --report FILE        write the JSON report to a file
      --summary FILE       write the Markdown summary to a file`;

export const COMMON = `      --json               the report as JSON on standard output, and nothing else there
  -q, --quiet              no progress and no notes
  -v, --verbose            every step of the plan, and what is otherwise shortened
      --color, --no-color  colours or none; otherwise as NO_COLOR, FORCE_COLOR and the terminal say`;

export const ALL = `Options
${FILES}
${COMMON}
${OUTPUTS}`;

export const HTML = `      --html FILE          write the report as one HTML page, with its lineage drawn; several files are numbered`;

export const DELETIONS = `      --max-deletions N          delete nothing when more than N dashboards and data models would go; alone decides
      --max-deletion-share X     likewise for a share of the dashboards, charts or data models (default 0.25)`;

export const FULL_EVERY = `      --full-every SPAN          read a report anew after 24h, 7d …, though nothing seems to have changed`;

export const SETTINGS = `      --incremental, --full      read only reports whose listing changed, or all; otherwise as the file says
${FULL_EVERY}
      --mode-read HOW            auto, rest or discovery: how Mode is read, in place of modeRead in the file
      --time-budget MINUTES      stop reading Mode in time to write what is whole within so many minutes of each
                                 configuration (2.5 is two and a half); what was not reached is left to the next run`;

export const REGISTER_RUN = `      --register-run             show the run in OpenMetadata, below the service's ingestion pipelines`;

export const PLAN_FILE = `      --plan FILE          write the plan as JSON, to be approved; several files are numbered`;

export const APPROVED = `      --approved-plan FILE       apply this plan and no other: when something moved since, nothing is written and the
                                 exit code is 5`;

export const SHARD = `      --shard N/M                keep to the reports of every M-th collection; deletes nothing, which sweep does`;

export const DIALECT_LINES = `one of ${DIALECTS.slice(0, 9).join(', ')},
                           ${DIALECTS.slice(9).join(', ')};
                           guessed from the SQL when left out`;
