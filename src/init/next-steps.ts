import { CREDENTIALS } from '../config/credentials.ts';
import { WORKFLOW_PATH } from './action-workflow.ts';
import { CONFIG_PATH } from './starting-config.ts';

/** What is left to do by hand, in order. */
export const NEXT_STEPS = `Next
  1. In ${CONFIG_PATH}, fill in the three lines marked with <--: serviceName, workspaceName and hostPort.
  2. Make the three secrets of the repository:
${CREDENTIALS.filter(({ required }) => required)
  .map(({ variable }) => `       gh secret set ${variable}`)
  .join('\n')}
     The key of Mode comes from an account that sees what the catalog shall show; the token is a bot's.
  3. In ${WORKFLOW_PATH}, write the host of your OpenMetadata below allowed-hosts, and the commit of the
     release that you reviewed below uses. The runner must reach that host and app.mode.com.
  4. Check the file, then commit both on a branch and open a pull request: it shows the plan.
       mode-ingest validate ${CONFIG_PATH}`;
