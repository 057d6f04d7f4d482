"""
Runs the example DAG in a real Airflow, with the script as it is bundled, against the demo's stand-ins.
`bash .ci/airflow` installs Airflow and starts this; the working folder is the root of the repository.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from datetime import timedelta
from pathlib import Path

ROOT = Path.cwd()
HOME = Path(tempfile.mkdtemp(prefix="airflow-"))
os.environ.update(
    AIRFLOW_HOME=str(HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(ROOT / "examples" / "airflow"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="False",
    # What a worker's environment holds, and the script must not see.
    AIRFLOW__CORE__FERNET_KEY="MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
)

LOG = HOME / "everything.log"
SCRIPT = os.environ.get("MODE_INGEST_SCRIPT", str(ROOT / "dist" / "mode-ingest.mjs"))


def start_stand_ins():
    """Mode refuses one list of queries, once: the first run is partial."""
    server = subprocess.Popen(
        ["node", "scripts/serve-demo.mjs", str(HOME / "mode.yml"), str(HOME / "credentials"), "/queries"],
        stdout=subprocess.DEVNULL,
    )
    for _ in range(300):
        if (HOME / "mode.yml").exists():
            break
        time.sleep(0.1)
    pairs = [line.split("=", 1) for line in (HOME / "credentials").read_text().splitlines()]
    return server, dict(pairs)


class DagTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server, cls.secrets = start_stand_ins()
        # Every line that any part of Airflow or the script writes, whatever it took for standard output when it was imported.
        cls.terminal = [os.dup(1), os.dup(2)]
        log = os.open(LOG, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        for descriptor in (1, 2):
            os.dup2(log, descriptor)
        cls.set_up_airflow()

    @classmethod
    def tearDownClass(cls):
        sys.stdout.flush()
        sys.stderr.flush()
        for descriptor, terminal in zip((1, 2), cls.terminal):
            os.dup2(terminal, descriptor)
        cls.server.send_signal(signal.SIGTERM)
        cls.server.wait(10)

    @classmethod
    def set_up_airflow(cls):
        from airflow.models import Connection, Variable
        from airflow.utils.db import initdb
        from airflow.utils.session import create_session

        initdb()
        with create_session() as session:
            session.add(
                Connection(
                    conn_id="mode",
                    conn_type="generic",
                    login=cls.secrets["MODE_ACCESS_TOKEN"],
                    password=cls.secrets["MODE_ACCESS_TOKEN_PASSWORD"],
                )
            )
            session.add(
                Connection(
                    conn_id="openmetadata",
                    conn_type="generic",
                    password=cls.secrets["OPENMETADATA_JWT_TOKEN"],
                )
            )
            session.add(Variable(key="mode_ingest_script", val=SCRIPT))
            session.add(Variable(key="mode_ingest_config", val=str(HOME / "mode.yml")))
        sys.path.insert(0, os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
        import mode_to_openmetadata

        cls.module = mode_to_openmetadata

    def run_dag(self):
        """One run of the DAG, with no wait between tries. How it ended, after how many tries, and what was logged."""
        from airflow.utils.session import create_session

        before = LOG.stat().st_size
        dag = self.module.dag
        dag.get_task("ingest").retry_delay = timedelta(seconds=1)
        run = dag.test()
        with create_session() as session:
            (task,) = run.get_task_instances(session=session)
            state, tries = str(task.state), task.try_number
        return state, tries, LOG.read_bytes()[before:].decode()

    def test_1_the_task_has_the_recipes_retries_delay_and_timeout(self):
        task = self.module.dag.get_task("ingest")
        self.assertEqual(task.retries, 3)
        self.assertEqual(task.retry_delay, timedelta(minutes=5))
        self.assertEqual(task.execution_timeout, timedelta(minutes=60))
        self.assertIn("55", task.options)

    def test_2_a_partial_run_is_tried_again_and_then_done(self):
        state, tries, log = self.run_dag()
        self.assertIn("Exit code 4: partial", log)
        self.assertIn("Command exited with return code 0", log)
        self.assertEqual((state, tries), ("success", 2), log)

    def test_3_a_run_with_nothing_to_do_succeeds_at_once(self):
        state, tries, log = self.run_dag()
        self.assertEqual((state, tries), ("success", 1), log)
        self.assertIn("Command exited with return code 0", log)

    def test_4_an_error_of_the_configuration_is_not_tried_again(self):
        path = HOME / "mode.yml"
        right = path.read_text()
        path.write_text(right.replace("includeOwners:", "includeOwner:"))
        try:
            state, tries, log = self.run_dag()
        finally:
            path.write_text(right)
        self.assertIn("did you mean", log.lower())
        self.assertIn("Exit code 2", log)
        self.assertEqual((state, tries), ("failed", 1), log)

    def alone(self, last, program="process.exit(Number(process.argv.at(-1)))"):
        """The operator by itself, with another program in the script's place; `last` is its last argument."""
        script = HOME / "program.mjs"
        script.write_text(program)
        for name in ("OTHER_MODE", "OTHER_OPENMETADATA"):
            os.environ[f"AIRFLOW_CONN_{name}"] = json.dumps({"conn_type": "generic", "login": "token", "password": "x.y.z"})
        return self.module.ModeIngestOperator(
            task_id="alone",
            script=str(script),
            config=last,
            mode_conn_id="other_mode",
            openmetadata_conn_id="other_openmetadata",
        )

    def test_5_every_exit_code_has_its_ending(self):
        for code in (1, 4, 137):
            with self.subTest(code=code), self.assertRaises(self.module.AirflowException) as caught:
                self.alone(str(code)).execute({})
            self.assertNotIsInstance(caught.exception, self.module.AirflowFailException)
        for code in (2, 3, 5, 6):
            with self.subTest(code=code), self.assertRaises(self.module.AirflowFailException):
                self.alone(str(code)).execute({})
        self.alone("0").execute({})

    def test_6_the_script_sees_nothing_of_the_workers_environment(self):
        seen = HOME / "seen.json"
        self.alone(
            str(seen),
            "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv.at(-1), JSON.stringify(process.env));",
        ).execute({})
        environment = json.loads(seen.read_text())
        self.assertEqual(environment["MODE_ACCESS_TOKEN"], "token")
        self.assertEqual(environment["OPENMETADATA_JWT_TOKEN"], "x.y.z")
        self.assertEqual([name for name in environment if "AIRFLOW" in name], [])

    def test_7_a_task_that_is_killed_stops_the_script_in_good_order(self):
        before = LOG.stat().st_size
        operator = self.alone(
            "",
            "process.on('SIGTERM', () => { console.log('in good order'); process.exit(4); });"
            "setInterval(() => {}, 100); console.log('has started');",
        )

        def kill():
            for _ in range(300):
                if b"has started" in LOG.read_bytes()[before:]:
                    break
                time.sleep(0.1)
            operator.on_kill()

        killer = threading.Thread(target=kill)
        killer.start()
        with self.assertRaisesRegex(self.module.AirflowException, "Exit code 4"):
            operator.execute({})
        killer.join()
        self.assertIn(b"in good order", LOG.read_bytes()[before:])

    def test_9_no_log_and_no_row_holds_a_secret(self):
        texts = {path: path.read_bytes() for path in HOME.rglob("*") if path.is_file()}
        self.assertIn(b"Command exited", texts[LOG])
        for path in (HOME / "credentials",):
            del texts[path]
        secret = {name: value for name, value in self.secrets.items() if name != "MODE_ACCESS_TOKEN"}
        for path, text in texts.items():
            for name, value in secret.items():
                self.assertNotIn(value.encode(), text, f"{name} in {path}")
        # The key's token is the login of a connection, which Airflow keeps as it is in its database, and nowhere else.
        self.assertNotIn(self.secrets["MODE_ACCESS_TOKEN"].encode(), texts[LOG])


if __name__ == "__main__":
    # The terminal as it is now: the tests turn both outputs into the log.
    terminal = os.fdopen(os.dup(2), "w")
    try:
        unittest.main(testRunner=unittest.TextTestRunner(stream=terminal, verbosity=2))
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
