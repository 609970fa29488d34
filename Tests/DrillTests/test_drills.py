"""Whatever somebody with all rights does is found, by both verifiers alike and by its name; and nothing else is."""

import pytest

from runs import KINDS, LIMITS, SOME


@pytest.mark.parametrize("kind", KINDS)
def test_a_drill_is_found_and_named_and_the_verifiers_agree(findings, kind):
    [finding] = findings["drill", kind]
    assert finding.found, finding.words
    assert finding.named, finding.words
    assert finding.agreed, finding.words


@pytest.mark.parametrize("kind", LIMITS)
def test_what_packets_do_not_show_is_what_the_documents_say(findings, kind):
    [finding] = findings["limit", kind]
    assert finding.is_right, finding.words


def test_no_verifier_finds_anything_in_a_clean_packet(findings):
    assert [finding for finding in findings["clean", "clean"] if not finding.is_right] == []


@pytest.mark.parametrize("kind", [kind for kind in SOME if kind != "total_changed"])
def test_the_attackers_own_packet_shows_nothing_to_who_kept_nothing(findings, kind):
    [finding] = findings["control", kind]
    assert finding.agreed and not finding.found, finding.words


def test_a_packet_that_contradicts_itself_is_found_by_anybody(findings):
    [finding] = findings["control", "total_changed"]
    assert finding.is_right, finding.words
