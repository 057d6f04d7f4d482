"""
Keeps OpenMetadata true to a Mode workspace, every night: the Airflow recipe of OpenMetadata's Mode connector, with the script in
place of the Python packages. Needs Airflow 2.10 or later, 3 included, and on the worker: Node 20.19 or later, `mode-ingest.mjs`
and the workflow YAML.

Two connections of type `generic` hold the credentials:

    mode           login: token of the Mode API key, password: its secret
    openmetadata   password: JWT of the bot

Three variables are optional (the defaults stand below): `mode_ingest_script`, `mode_ingest_config`, `mode_ingest_runtime`.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta

try:  # Airflow 3
    from airflow.providers.standard.hooks.subprocess import SubprocessHook
    from airflow.sdk import DAG, BaseOperator, Connection
    from airflow.sdk.exceptions import AirflowException, AirflowFailException

    connection = Connection.get
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.exceptions import AirflowException, AirflowFailException
    from airflow.hooks.subprocess import SubprocessHook
    from airflow.models import BaseOperator, Connection

    connection = Connection.get_connection_from_secrets

# Another try may do better: what is done is not done twice, and the next try does the rest.
RETRY = {
    1: "an unexpected error, or a server that could not be reached",
    4: "partial: something was not read or not written",
}
# Another try ends the same way, until somebody has looked.
FAIL = {
    2: "the configuration, or the command line, has an error",
    3: "a credential is refused, or lacks a permission",
    5: "a guard stopped the deletions; all else was done",
    6: "Mode showed no report at all, which is what too little access looks like",
}
# What the script gets of the worker's environment: not Airflow's own secrets, which `${NAME}` in the YAML could name.
HANDED_ON = ("PATH", "HOME", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "NODE_EXTRA_CA_CERTS", "DENO_DIR", "DENO_CERT")


class ModeIngestOperator(BaseOperator):
    """Runs `mode-ingest ingest`. Credentials go from Airflow's connections into the environment of the process, nowhere else."""

    template_fields = ("runtime", "script", "config")

    def __init__(
        self,
        *,
        script: str,
        config: str,
        runtime: str = "node",
        options: tuple[str, ...] = (),
        mode_conn_id: str = "mode",
        openmetadata_conn_id: str = "openmetadata",
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.script = script
        self.config = config
        self.runtime = runtime
        self.options = options
        self.mode_conn_id = mode_conn_id
        self.openmetadata_conn_id = openmetadata_conn_id
        self.hook = None

    def execute(self, context):
        mode = connection(self.mode_conn_id)
        openmetadata = connection(self.openmetadata_conn_id)
        credentials = {
            "MODE_ACCESS_TOKEN": mode.login,
            "MODE_ACCESS_TOKEN_PASSWORD": mode.password,
            "OPENMETADATA_JWT_TOKEN": openmetadata.password,
        }
        self.hook = SubprocessHook()
        ended = self.hook.run_command(
            [*self.runtime.split(), self.script, "ingest", *self.options, self.config],
            env={
                **{name: os.environ[name] for name in HANDED_ON if name in os.environ},
                **{name: value for name, value in credentials.items() if value},
            },
            cwd=os.getcwd(),
        )
        if ended.exit_code == 0:
            return
        if ended.exit_code in FAIL:
            raise AirflowFailException(f"Exit code {ended.exit_code}: {FAIL[ended.exit_code]}. The log above says what to do.")
        why = RETRY.get(ended.exit_code, "the script was stopped")
        raise AirflowException(f"Exit code {ended.exit_code}: {why}. The log above names it.")

    def on_kill(self):
        """At SIGTERM the script writes what is whole, deletes nothing and ends within five seconds."""
        if self.hook is not None:
            self.hook.send_sigterm()


with DAG(
    "mode_to_openmetadata",
    description="Ingests a Mode workspace into OpenMetadata",
    start_date=datetime(2026, 1, 1),
    schedule="17 3 * * *",
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(minutes=60),
    },
) as dag:
    ModeIngestOperator(
        task_id="ingest",
        script="{{ var.value.get('mode_ingest_script', '/opt/airflow/mode-ingest.mjs') }}",
        config="{{ var.value.get('mode_ingest_config', '/opt/airflow/dags/mode.yml') }}",
        # On Deno: deno run --allow-read=… --allow-net=… --allow-env=…, with what the README says.
        runtime="{{ var.value.get('mode_ingest_runtime', 'node') }}",
        # Ends in good order, with all that is whole, before Airflow's time-out strikes.
        options=("--time-budget", "55"),
    )
