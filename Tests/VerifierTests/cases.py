"""Packets of one made-up district, honest and tampered with, and what a verifier has to say about each.

Every drill is done by somebody who may write to the database and the packet, and who makes the manifest anew. What the
drill needs beyond that, such as the key of the log, its name says.
"""

from cases_fields import disclosures
from cases_files import containers, forms
from cases_honest import honest
from cases_kept import comparisons
from cases_log import keepings, rewrites, trees
from cases_notes import policies, signatures
from cases_totals import totals


def cases():
    """All of them, honest ones first."""
    for group in (honest, disclosures, trees, rewrites, keepings, comparisons, totals, signatures, policies, containers,
                  forms):
        yield from group()


CASES = {case.name: case for case in cases()}
