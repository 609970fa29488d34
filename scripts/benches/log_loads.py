"""The two loads. Each run has half hours of its own, so that nobody is in two places at a time."""

import dataclasses
import os
import subprocess
import sys
import time

from log_site import HERE, Site

SLOTS_OF_RUN = 4000


@dataclasses.dataclass
class Load:
    """Answered a second, and times to the answer in milliseconds."""

    rate: float
    p50: float
    p99: float


@dataclasses.dataclass
class Transactions:
    """What pgbench did: transactions a second, and milliseconds of each."""

    rates: list[float]
    times: list[float]

    def joined(self, other: "Transactions") -> Load:
        """Two runs of the same length as one."""
        times = sorted(self.times + other.times)
        rates = self.rates + other.rates
        return Load(sum(rates) / len(rates), times[len(times) // 2], times[len(times) * 99 // 100])


class Loads:
    def __init__(self, site: Site):
        self.site = site
        self.runs = 0
        columns = "secret, token, assignment_id, site_id, category, incident_id"
        self.write("clients.csv", site.sql(f"select {columns} from bench_client order by number"))

    def write(self, name: str, text: str) -> None:
        (self.site.folder / name).write_text(text + "\n", encoding="utf-8")

    def next_run(self) -> int:
        """Waits until the totals are counted, so that no run inherits work of the one before."""
        while self.site.sql("select count(*) from hours_pending") != "0":
            time.sleep(0.5)
        self.runs += 1
        return self.runs

    def pgbench(self, clients: int, seconds: int) -> Transactions:
        """As the district's role, a connection each, one entry a transaction."""
        run = self.next_run()
        log = self.site.folder / "transactions"
        command = ["pgbench", "--no-vacuum", "--protocol=prepared", f"--client={clients}",
                   f"--jobs={min(clients, 2)}", f"--time={seconds}", f"--file={HERE / 'log.pgbench.sql'}",
                   "--define=turn=-1", f"--define=clients={clients}", f"--define=first={run * SLOTS_OF_RUN}",
                   "--log", f"--log-prefix={log}", self.site.server_conninfo]
        options = "-c role=afterbell_bench -c search_path=district_bench,pg_temp"
        report = subprocess.run(command, check=True, capture_output=True, text=True,
                                env=os.environ | {"PGOPTIONS": options}).stdout
        times = []
        for file in self.site.folder.glob("transactions.*"):
            with open(file, encoding="ascii") as lines:
                times += [int(line.split()[2]) / 1000 for line in lines]
            file.unlink()
        rate = next(line.split()[2] for line in report.splitlines() if line.startswith("tps = "))
        return Transactions([float(rate)], times)

    def http(self, clients: int, seconds: int) -> Load:
        """As many signed-in people as `bench_client` holds, over as many connections as there are clients."""
        run = self.next_run()
        self.write("slots.csv", self.site.sql(f"""
            select to_char(start at time zone 'America/Los_Angeles', 'YYYY-MM-DD'),
                to_char(start, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                to_char(start + interval '30 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from generate_series({run * SLOTS_OF_RUN}, {(run + 1) * SLOTS_OF_RUN - 1}) as slot,
                lateral (select timestamptz '2010-01-04 08:00Z' + slot * interval '30 minutes' as start) as span
            order by slot"""))
        before = self.counting_entries()
        threads = min(clients, 2)
        command = ["wrk", f"--threads={threads}", f"--connections={clients}", f"--duration={seconds + 2}",
                   f"--script={HERE / 'log.lua'}", f"http://{self.site.host}", "--",
                   self.site.folder, str(seconds), str(threads), str(run), self.site.host]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        result = next(line for line in report.splitlines() if line.startswith("result "))
        answered, failed, p50, p99 = (int(word) for word in result.split()[1:])
        recorded = self.counting_entries() - before
        if failed > 0 or recorded != answered:
            sys.exit(f"{answered} answered, {failed} of them refused, {recorded} recorded and counting\n{report}")
        return Load(answered / seconds, p50 / 1000, p99 / 1000)

    def counting_entries(self) -> int:
        return int(self.site.sql("select count(*) from live_entry where state = 'counting'"))
