"""Positions of the demo district. Pay, reasons and codes are demo values, not those of any real agreement."""

from dataclasses import dataclass

# Bargaining units: invented, generic, and named as what they are.
UNITS = {
    "CERT": "Alder Valley Educators (demo)",
    "OFFICE": "Alder Valley Office and Clerical Staff (demo)",
    "OPER": "Alder Valley Operations Staff (demo)",
    "ADMIN": "Alder Valley Administrators (demo)",
}

TEACHER = "Teacher, 29 CFR 541.303; stated by HR for the demo"
COUNSELOR = "Academic counselor, 29 CFR 541.204(c); stated by HR for the demo"
ADMINISTRATOR = "School administration, 29 CFR 541.204; stated by HR for the demo"
NURSE = "Registered nurse on salary; stated by HR for the demo"


@dataclass(frozen=True)
class Position:
    """One line of the district's list of positions."""

    title: str
    job_class: str
    unit: str | None
    role: str  # the OneRoster role
    exempt: str | None  # why no federal overtime is owed; None: it is owed; "": the file doesn't say
    rates: tuple[str, ...]  # dollars an hour, one per step
    hours: tuple[str, str, int]  # start, end, minutes of unpaid meal
    basis: str
    funding: str = "General fund (demo)"


POSITIONS = {
    "teacher": Position("Teacher", "T1", "CERT", "teacher", TEACHER,
                        ("41.250000", "46.875000", "52.400000", "58.612500"), ("08:00", "15:10", 40),
                        "School year, 185 days"),
    "counselor": Position("Counselor", "T4", "CERT", "counselor", COUNSELOR, ("48.100000", "52.400000", "57.350000"),
                          ("08:00", "15:30", 30), "School year plus 10 days"),
    "nurse": Position("School nurse", "T6", "CERT", "ext:nurse", NURSE, ("49.750000", "54.125000", "58.900000"),
                      ("07:45", "15:15", 30), "School year, 185 days"),
    "substitute": Position("Substitute teacher", "T9", None, "teacher", "", ("31.500000",),
                           ("08:00", "15:10", 40), "As called"),
    "retiree": Position("Records specialist, rehired", "C8", None, "ext:clerk", "", ("34.062500",),
                        ("08:30", "13:30", 0), "Hourly, up to 960 hours", "Record repair fund (demo)"),
    "office_manager": Position("Office manager", "C5", "OFFICE", "ext:clerk", None,
                               ("27.150000", "29.843750", "32.710000"), ("07:30", "16:00", 30), "12 months"),
    "attendance": Position("Attendance clerk", "C3", "OFFICE", "ext:clerk", None,
                           ("22.375000", "24.500000", "26.812500"), ("07:15", "15:45", 30), "School year plus 15 days"),
    "registrar": Position("Registrar", "C4", "OFFICE", "ext:clerk", None, ("24.500000", "26.900000", "29.218750"),
                          ("07:30", "16:00", 30), "11 months"),
    "office": Position("Office technician", "C2", "OFFICE", "ext:clerk", None, ("20.187500", "22.040000", "24.500000"),
                       ("07:45", "15:45", 30), "School year plus 10 days"),
    "enrollment": Position("Enrollment technician", "C4", "OFFICE", "ext:clerk", None, ("23.600000", "25.937500"),
                           ("08:00", "16:30", 30), "12 months"),
    "payroll": Position("Payroll technician", "C6", "OFFICE", "ext:clerk", None, ("28.406250", "31.150000"),
                        ("08:00", "16:30", 30), "12 months"),
    "help_desk": Position("Help desk technician", "C6", "OFFICE", "systemAdministrator", None,
                          ("27.500000", "30.312500"), ("07:00", "15:30", 30), "12 months"),
    "data": Position("Data technician", "C7", "OFFICE", "systemAdministrator", None, ("30.093750", "33.250000"),
                     ("08:00", "16:30", 30), "12 months"),
    "library": Position("Library technician", "O3", "OPER", "aide", None, ("21.406250", "23.500000"),
                        ("07:45", "15:15", 30), "School year, 185 days"),
    "supervisor": Position("Campus supervisor", "O2", "OPER", "aide", None, ("18.750000", "20.406250"),
                           ("07:30", "15:30", 30), "School year, 185 days"),
    "custodian": Position("Custodian", "O1", "OPER", "ext:operations", None, ("19.812500", "21.600000"),
                          ("06:30", "15:00", 30), "12 months"),
    "warehouse": Position("Warehouse worker", "O4", "OPER", "ext:operations", None, ("22.900000",),
                          ("06:00", "14:30", 30), "12 months"),
    "assistant_principal": Position("Assistant principal", "A2", "ADMIN", "siteAdministrator", ADMINISTRATOR,
                                    ("63.461538", "67.307692"), ("07:30", "16:00", 30), "11 months"),
    "principal": Position("Principal", "A3", "ADMIN", "principal", ADMINISTRATOR, ("71.153846", "75.480769"),
                          ("07:30", "16:30", 60), "12 months"),
    "director": Position("Director, student information", "A4", "ADMIN", "districtAdministrator", ADMINISTRATOR,
                         ("78.365385",), ("08:00", "17:00", 60), "12 months"),
    "superintendent": Position("Assistant superintendent, schools", "A5", None, "districtAdministrator", ADMINISTRATOR,
                               ("92.307692",), ("08:00", "17:00", 60), "12 months"),
    "payroll_manager": Position("Payroll and benefits manager", "A3", None, "districtAdministrator", ADMINISTRATOR,
                                ("66.346154",), ("08:00", "17:00", 60), "12 months"),
    "hr": Position("HR specialist", "C9", None, "ext:clerk", None, ("33.656250", "36.500000"),
                   ("08:00", "16:30", 30), "12 months"),
    "auditor": Position("Internal auditor", "A2", None, "districtAdministrator", ADMINISTRATOR, ("61.057692",),
                        ("08:00", "17:00", 60), "12 months"),
    "nurse_lead": Position("Lead nurse", "T7", "CERT", "ext:nurse", NURSE, ("61.875000",), ("08:00", "16:00", 30),
                           "School year plus 10 days"),
    "summer_counselor": Position("Summer counselor", "T4", "CERT", "counselor", COUNSELOR, ("52.400000",),
                                 ("08:30", "13:30", 0), "Summer session", "Summer school fund (demo)"),
}

# Who works at a school of each level; the order is that of the employee numbers.
STAFFING = {
    "high": {"principal": 1, "assistant_principal": 2, "counselor": 5, "nurse": 1, "office_manager": 1, "attendance": 2,
             "registrar": 1, "office": 2, "teacher": 22, "library": 1, "supervisor": 1, "custodian": 1},
    "middle": {"principal": 1, "assistant_principal": 1, "counselor": 2, "nurse": 1, "office_manager": 1,
               "attendance": 1, "registrar": 1, "office": 1, "teacher": 12, "supervisor": 1},
    "elementary": {"principal": 1, "office_manager": 1, "office": 1, "teacher": 4},
    "alternative": {"principal": 1, "counselor": 1, "office_manager": 1, "registrar": 1, "teacher": 4},
    "district": {"superintendent": 1, "director": 1, "payroll_manager": 1, "hr": 3, "payroll": 2, "auditor": 1,
                 "help_desk": 6, "data": 6, "enrollment": 8, "nurse_lead": 1, "substitute": 8, "retiree": 6,
                 "warehouse": 2},
}
