import { VERSION } from '../version.ts';
import { REPOSITORY } from './release.ts';
import { CONFIG_PATH } from './starting-config.ts';

/** Where GitHub looks for it. */
export const WORKFLOW_PATH = '.github/workflows/mode-openmetadata.yml';

/** The workflow of GitHub for all three triggers; examples/all-triggers.yml is the same. */
export const ACTION_WORKFLOW = `name: Mode to OpenMetadata
on:
  schedule:
    - cron: "17 3 * * *"
  push:
    branches:
      - main
    paths:
      - ${CONFIG_PATH}
  pull_request:
    paths:
      - ${CONFIG_PATH}
  workflow_dispatch:
permissions:
  contents: read
  # For the comment with the plan.
  pull-requests: write
concurrency:
  group: openmetadata-mode-\${{ github.event_name == 'pull_request' && github.ref || 'ingest' }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  mode:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      # Put the commit of the release that you reviewed here.
      - uses: ${REPOSITORY}@0000000000000000000000000000000000000000 # v${VERSION}
        with:
          config: ${CONFIG_PATH}
          mode-access-token: \${{ secrets.MODE_ACCESS_TOKEN }}
          mode-access-token-password: \${{ secrets.MODE_ACCESS_TOKEN_PASSWORD }}
          openmetadata-jwt-token: \${{ secrets.OPENMETADATA_JWT_TOKEN }}
          allowed-hosts: openmetadata.example.com
`;
