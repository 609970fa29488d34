"""What people of the drills' district do: they record time, correct it, take it out, and others act upon it.

Each act is a statement as the server sends it, in a transaction of its own; it writes its rows and their event.
"""

import json
from datetime import datetime, timedelta, timezone

PEOPLE = {"ana": "north", "ben": "north", "cruz": "south", "dora": "south", "emil": "north", "fay": "south"}
INCIDENTS = ["grades lost", "schedules wrong", "slow"]


class Hours:
    """The statements, chosen by a random generator; nobody is in two places but where that is wanted."""

    def __init__(self, rng, label="e"):
        self.rng, self.label = rng, label
        self.bodies, self.live, self.taken, self.names = {}, [], {who: 0 for who in PEOPLE}, 0

    def some(self, count):
        """So many acts, most of them entries."""
        return [statement for _ in range(count) for statement in self._one()]

    def _one(self):
        acts = [self.record] * 12 + [self.overlap] * 2
        if len(self.live) > 4:
            acts += [self.correct] * 4 + [self.take_out, self.attribute] + [self.say, self.raise_rate, self.look]
        return self.rng.choice(acts)()

    def record(self):
        """An entry on a person's next free evening."""
        who = self.rng.choice(sorted(PEOPLE))
        start = datetime(2014, 8, 12, 23, 5 * self.rng.randrange(12), tzinfo=timezone.utc) \
            + timedelta(days=self.taken[who])
        self.taken[who] += 1
        minutes = 15 * self.rng.randrange(1, 13)
        shape = self.rng.choice(["span"] * 6 + ["minutes", "range"])
        body = {"shape": shape, "worked_minutes": minutes, "work_date": str((start - timedelta(hours=7)).date())}
        if shape == "span":
            body |= {"starts_at": start.isoformat(), "ends_at": (start + timedelta(minutes=minutes)).isoformat()}
        elif shape == "range":
            body |= {"high_minutes": minutes + 30}
        return self._new(who, body)

    def overlap(self):
        """An entry that begins within a span of the same person, and so is held."""
        spans = [name for name in self.live if self.bodies[name][1]["shape"] == "span"]
        if not spans:
            return self.record()
        who, other = self.bodies[self.rng.choice(spans)]
        start = datetime.fromisoformat(other["starts_at"]) + timedelta(minutes=5)
        return self._new(who, {
            "shape": "span", "worked_minutes": 45, "work_date": str((start - timedelta(hours=7)).date()),
            "starts_at": start.isoformat(), "ends_at": (start + timedelta(minutes=45)).isoformat()})

    def _new(self, who, body):
        self.names += 1
        name = f"{self.label}-{self.names}"
        body = {"version": 1, "place": self.rng.choice(["site", "home"]), "break_minutes": 0,
                "treated_as": "nothing_yet",
                "category": self.rng.choice(["build_schedules", "repair_records", "enroll_students", "grades"]),
                "source": self.rng.choice(["as_it_happened", "notes"])} | self._cause(body["worked_minutes"]) | body
        self.bodies[name] = who, body
        self.live.append(name)
        return [self._call("record_entries", name)]

    def _cause(self, minutes):
        kind = self.rng.choice(["one", "one", "two", "not_listed", "not_sure"])
        if kind == "not_listed":
            return {"cause": kind, "not_listed_module": "attendance", "not_listed_seen": "niños sin aula – 😀"}
        if kind == "not_sure":
            return {"cause": kind}
        parts = self.rng.sample(INCIDENTS, 1 if kind == "one" else 2)
        return {"cause": "incidents", "incidents": [{"named": part, "minutes": minutes // 3} for part in parts]}

    def _call(self, function, name):
        """The statement that records an entry as it stands now; ids follow from names."""
        who, body = self.bodies[name]
        sent = json.dumps(body | {"name": name}).replace("'", "''")
        return f"""
            with sent as (select '{sent}'::jsonb as body)
            select outcome, refusal from sent, {function}(jsonb_build_array(body || jsonb_build_object(
                'work_entry_id', id(body ->> 'name'), 'session_digest', digest('{who}'),
                'body_digest', digest(body::text)::text, 'assignment_id', id('job of {who}'),
                'site_id', id('{PEOPLE[who]}'), 'charged_site_id', id('{PEOPLE[who]}'),
                'incidents', (select jsonb_agg(jsonb_build_object('incident_id', id(part ->> 'named'),
                                                                  'minutes', part -> 'minutes'))
                              from jsonb_array_elements(body -> 'incidents') as part))))"""

    def correct(self):
        """The next version of an entry: other details, or a shorter time."""
        name = self.rng.choice(self.live)
        who, body = self.bodies[name]
        body = body | {"version": body["version"] + 1, "change_reason": "details",
                       "students_served": self.rng.randrange(1, 30)}
        if body["shape"] == "minutes":
            body |= {"worked_minutes": body["worked_minutes"] + 5, "change_reason": "times"}
        self.bodies[name] = who, body
        return [self._call("correct_entry", name)]

    def take_out(self):
        """An entry is taken out; what it overlapped counts again."""
        name = self.rng.choice(self.live)
        who, body = self.bodies[name]
        self.bodies[name] = who, body | {"version": body["version"] + 1, "change_reason": "entered_twice",
                                         "is_withdrawn": True}
        self.live.remove(name)
        return [self._call("correct_entry", name)]

    def attribute(self):
        """The district attributes an entry anew."""
        names = [name for name in self.live if self.bodies[name][1]["cause"] == "incidents"]
        if not names:
            return self.record()
        name, incident = self.rng.choice(names), self.rng.choice(INCIDENTS)
        return [f"""
            with newest as (
                select kept.*, (select max(set_number) from attribution_set as made
                                where (made.work_entry_id, made.version) = (kept.work_entry_id, kept.version)) as before
                from work_entry_version as kept where work_entry_id = id('{name}') order by version desc limit 1
            ), made as (
                insert into attribution_set (work_entry_id, version, set_number, side, employee_id, bargaining_unit_id,
                                             worked_minutes, attributed_by, reason)
                select work_entry_id, version, before + 1, 'district', employee_id, bargaining_unit_id, worked_minutes,
                       id('account of administrator'), 'As the help desk has it' from newest
                returning *
            )
            insert into attribution (work_entry_id, version, set_number, incident_id, employee_id, bargaining_unit_id,
                                     worked_minutes, minutes)
            select work_entry_id, version, set_number, id('{incident}'), employee_id, bargaining_unit_id,
                   worked_minutes, int4range(0, worked_minutes) from made;
            select keep_facts('attribution')"""]

    def say(self):
        """Something else is said of an incident."""
        incident = self.rng.choice(INCIDENTS)
        return [f"""
            with said as (
                insert into incident_version (incident_id, version, title, module, severity, status, began_at,
                                              is_everywhere, site_ids, note, recorded_by)
                select incident_id, version + 1, title, module, severity, 'monitoring', began_at, is_everywhere,
                       site_ids, 'A note', id('account of administrator')
                from live_incident where incident_id = id('{incident}')
                returning *
            )
            update live_incident set version = said.version, status = said.status from said
            where live_incident.incident_id = said.incident_id;
            select keep_facts('incident')"""]

    def raise_rate(self):
        """HR states another rate: the row is changed in place and has another event."""
        who = self.rng.choice(sorted(PEOPLE))
        return [f"""update assignment set base_rate = base_rate + 0.25, event_id = default
                    where assignment_id = id('job of {who}'); select keep_facts('assignment')"""]

    def look(self):
        """HR looks at a person."""
        who = self.rng.choice(sorted(PEOPLE))
        return [f"""
            with looked as (
                insert into read_event (account_id, page, subject)
                values (id('account of hr'), 'person', id('{who}')::text) returning *
            )
            insert into read_person (read_event_id, employee_id, account_id)
            select read_event_id, id('{who}'), account_id from looked;
            select keep_facts('read')"""]
