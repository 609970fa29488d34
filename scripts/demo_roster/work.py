"""What people of each position did beside their ordinary work, and why."""

# How often a position does what.
WORK = {
    "counselor": {"build_schedules": 42, "repair_records": 14, "answer_families": 14, "supervise_unscheduled": 7,
                  "help_desk_hold": 6, "transcripts": 7, "enroll_students": 6, "training": 2, "recording_time": 2},
    "attendance": {"attendance_by_hand": 32, "enter_twice": 24, "repair_records": 20, "answer_families": 10,
                   "help_desk_hold": 9, "system_down": 3, "recording_time": 2},
    "registrar": {"transcripts": 22, "enroll_students": 24, "repair_records": 26, "enter_twice": 12, "grades": 5,
                  "help_desk_hold": 9, "recording_time": 2},
    "office": {"enroll_students": 24, "answer_families": 30, "enter_twice": 18, "repair_records": 16,
               "help_desk_hold": 8, "supervise_unscheduled": 4},
    "office_manager": {"answer_families": 26, "enter_twice": 18, "help_desk_hold": 14, "repair_records": 20,
                       "enroll_students": 14, "help_other_site": 4, "travel": 4},
    "nurse": {"repair_records": 48, "enter_twice": 28, "answer_families": 14, "help_desk_hold": 6, "travel": 4},
    "teacher": {"attendance_by_hand": 36, "enter_twice": 16, "supervise_unscheduled": 16, "grades": 24, "training": 4,
                "system_down": 4},
    "assistant_principal": {"build_schedules": 44, "supervise_unscheduled": 18, "answer_families": 24,
                            "repair_records": 14},
    "principal": {"answer_families": 50, "supervise_unscheduled": 30, "build_schedules": 20},
    "enrollment": {"enroll_students": 56, "answer_families": 16, "repair_records": 22, "help_other_site": 6},
    "help_desk": {"help_other_site": 44, "repair_records": 36, "travel": 12, "training": 8},
    "data": {"repair_records": 70, "build_schedules": 20, "system_down": 10},
    "retiree": {"transcripts": 76, "repair_records": 24},
}

# Which incidents a kind of work is put down to, where they are open.
CAUSES = {
    "build_schedules": {"millbrook": 60, "schedules": 40, "reports": 4},
    "repair_records": {"missing": 34, "schedules": 30, "attendance": 22, "meals": 7, "special_education": 6},
    "enroll_students": {"missing": 90, "schedules": 10},
    "answer_families": {"schedules": 62, "missing": 26, "meals": 10, "reports": 2},
    "help_desk_hold": {"help_desk": 62, "schedules": 22, "attendance": 16},
    "enter_twice": {"locked_out": 34, "attendance": 34, "missing": 18, "crash": 10, "meals": 8},
    "system_down": {"crash": 100},
    "supervise_unscheduled": {"schedules": 100},
    "travel": {"schedules": 60, "missing": 40},
    "training": {"schedules": 40, "attendance": 40, "reports": 20},
    "help_other_site": {"schedules": 56, "missing": 34, "attendance": 10},
    "recording_time": {"schedules": 100},
    "attendance_by_hand": {"locked_out": 62, "attendance": 38},
    "grades": {"crash": 100},
    "transcripts": {"transcripts": 92, "missing": 8},
}

# Kinds of work that are put down to something else than the system now and then.
ORDINARY_TOO = {"answer_families", "grades", "training", "enroll_students", "recording_time"}
# Kinds of work that are not done at home, nor at the weekend.
ON_SITE = {"supervise_unscheduled", "travel", "training", "help_other_site", "help_desk_hold"}
# Shortest and longest minutes, where a kind of work has its own.
LENGTHS = {"travel": (20, 55), "recording_time": (10, 25), "help_desk_hold": (20, 140), "training": (45, 120)}

# What is counted for a kind of work, and how many minutes one takes at the least and at the most.
COUNTS = {
    "build_schedules": ("students", 4, 8), "enroll_students": ("students", 13, 26),
    "answer_families": ("students", 7, 13),
    "supervise_unscheduled": ("students", 1, 3), "repair_records": ("records", 3, 9), "enter_twice": ("records", 2, 5),
    "attendance_by_hand": ("records", 1, 3), "grades": ("records", 2, 5), "transcripts": ("records", 9, 21),
}

# What people saw where no incident names the problem.
NOT_LISTED = [
    ("transcripts", "Grade 12 credits show 0"),
    ("special_education", "Service minutes are gone after a change of school"),
    ("reports", "Emergency cards print without phone numbers"),
    ("access", "Substitutes can't sign in"),
    ("grades", "Last year's final marks are missing"),
    ("enrollment", "Immunization dates missing after transfer"),
    ("meals", "Cafeteria screen shows students of another school"),
]

PUSHED_ASIDE = {
    "counselor": ("student_sessions", "family_contact", "iep_meeting"), "nurse": ("screening", "family_contact"),
    "teacher": ("preparation", "own_lunch"), "assistant_principal": ("class_coverage", "iep_meeting"),
    "principal": ("family_contact", "iep_meeting"),
}
