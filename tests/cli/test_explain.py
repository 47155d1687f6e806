"""``vtrack explain``: what rules, statuses and forms mean, in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.cli.conftest import Call, run
from tests.cli.county import BEHIND, DAY, Repository
from vtrack.model.forms import FORM_WORDS
from vtrack.rules.registry import FAMILIES, NAMES
from vtrack.verdicts.verdict import Status

TOPICS = [*(status.value for status in Status), *FORM_WORDS, "lamp", "severity"]


def test_a_finding_names_the_command_that_explains_it(vtrack: Call, repository: Repository) -> None:
    repository.locality("plans/demo", value=BEHIND)

    for format_ in ("table", "plain"):
        out = vtrack("check", "--as-of", DAY, "--format", format_, cwd=repository.root, VTRACK_LANG="en").out
        place = next(line for line in out.splitlines() if "plan.yaml:" in line)
        (named,) = [part.removesuffix("]") for part in place.partition("vtrack ")[2:]]
        outcome = vtrack(*named.split())
        assert outcome.code == 0
        assert outcome.out.startswith("target/behind  warning\n")


def test_a_status(vtrack: Call) -> None:
    out = vtrack("explain", "behind").out

    assert out.startswith("behind  ▼ behind\n\nBefore the deadline, below the expected pace.\n")
    assert "What to do: " in out
    assert out.index("\nBad\n") < out.index("  → homes: ▼ behind, lamp yellow, gap -5 (as of 2025-01-31)")
    assert out.index("\nGood\n") < out.index("  → homes: ● on pace, lamp green, gap +0 (as of 2025-01-31)")
    assert "see also: vtrack explain target/behind, vtrack explain lamp" in out


def test_a_form(vtrack: Call) -> None:
    out = vtrack("explain", "keep").out

    assert out.startswith("keep  kept in every period\n")
    assert "  - `each`: the period: `year` (the default), `quarter` or `month`" in out
    assert "keep: {at_least: 90, entry: flow}" in out
    assert "■ breached" in out


def test_a_rule(vtrack: Call) -> None:
    out = vtrack("explain", "text/full-width-digits").out

    assert out.startswith("text/full-width-digits  error\n")
    assert "\nBad\n  | " in out
    assert "９" in out
    assert "see also: vtrack explain text" in out


def test_the_lamps_with_the_thresholds_of_here(vtrack: Call, repository: Repository) -> None:
    repository.write("vtrack.yaml", "pace: {ahead: 5, orange: -7, red: -20}\n")

    assert "orange: gap below -10, down to -30" in vtrack("explain", "lamp").out
    here = vtrack("explain", "yellow", cwd=repository.root, VTRACK_LANG="en").out
    assert "orange: gap below -7, down to -20" in here
    assert "red: gap below -20; without a gap missed, breached, overdue" in here


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*TOPICS, *NAMES])
def test_everything_is_explained_in_both_languages(vtrack: Call, name: str, language: str) -> None:
    outcome = vtrack("explain", name, VTRACK_LANG=language, COLUMNS="80")

    assert outcome.code == 0
    assert outcome.out.splitlines()[0].split()[0] == name
    assert len(outcome.out.splitlines()) > 3
    assert all(wcswidth(line) <= 80 for line in outcome.out.splitlines())


class TestLists:
    def test_all_there_is(self, vtrack: Call) -> None:
        outcome = vtrack("explain", VTRACK_LANG="en", COLUMNS="80")
        named = {line.split()[0] for line in outcome.out.splitlines() if line.startswith("  ") and line.split()}

        assert outcome.code == 0
        assert {*TOPICS, *NAMES} <= named
        assert "vtrack explain NAME" in outcome.out
        assert all(wcswidth(line) <= 80 for line in outcome.out.splitlines())

    @pytest.mark.parametrize("family", FAMILIES)
    def test_a_family(self, vtrack: Call, family: str) -> None:
        out = vtrack("explain", family).out

        assert out.startswith(f"{family}/\nRules about ")
        assert [name for name in NAMES if name in out] == [name for name in NAMES if name.startswith(f"{family}/")]

    @pytest.mark.parametrize(("kind", "first"), [("statuses", "placeholder"), ("forms", "reach"), ("rules", "text/")])
    def test_a_kind(self, vtrack: Call, kind: str, first: str) -> None:
        assert first in vtrack("explain", kind).out


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("滞后", "behind"),
        ("未达标", "missed"),
        ("on pace", "on_pace"),
        ("not reported", "no_data"),
        ("BEHIND", "behind"),
        ("ｂｅｈｉｎｄ", "behind"),
        ("每期保持", "keep"),
        ("placeholder", "placeholder"),
        ("plan/placeholder", "plan/placeholder"),
        ("jump", "figure/jump"),
        ("unit-mix", "figure/unit-mixup"),
        ("错误", "severity"),
        ("绿", "lamp"),
        ("看不见", "text/invisible-character"),
    ],
)
def test_what_a_name_means(vtrack: Call, typed: str, name: str) -> None:
    assert vtrack("explain", typed).out.splitlines()[0].split("  ")[0] == name


def test_a_name_of_two_words_needs_no_quotes(vtrack: Call) -> None:
    assert vtrack("explain", "met", "early").out.startswith("met_early")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("behnd", "did you mean behind"),
        ("target/behnd", "did you mean target/behind"),
        ("full-width", "full-width may be any of these: text/full-width-colon"),
        ("达标", "may be any of these: met, missed"),
        ("xyzzy", "vtrack explain alone lists what there is"),
    ],
)
def test_a_name_that_is_none(vtrack: Call, typed: str, words: str) -> None:
    outcome = vtrack("explain", typed)

    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


def test_a_faulty_settings_file_is_no_obstacle(vtrack: Call, repository: Repository) -> None:
    repository.write("vtrack.yaml", "grace_days: -1\n")

    assert vtrack("check", cwd=repository.root, VTRACK_LANG="en").code == 2
    assert vtrack("explain", "schema/range", cwd=repository.root, VTRACK_LANG="en").code == 0


def test_what_cannot_be_seen_is_named(vtrack: Call) -> None:
    assert "cover<U+200B>age" in vtrack("explain", "text/invisible-character").out
    assert "<U+0009>coverage" in vtrack("explain", "text/tab").out


def test_colour_takes_the_place_of_back_quotes(vtrack: Call) -> None:
    plain, coloured = vtrack("explain", "keep").out, vtrack("explain", "keep", "--color", "always").out

    assert "\x1b[" not in plain
    assert "`each`" in plain
    assert "\x1b[" in coloured
    assert "`each`" not in coloured


def test_an_old_chinese_console_shows_it_all(tmp_path: Path) -> None:
    outcome = run(["explain"], tmp_path, PYTHONIOENCODING="gbk", VTRACK_LANG="zh")

    assert (outcome.code, outcome.err) == (0, b"")
    text = outcome.out.decode("gbk")
    assert "▼ 滞后" in text
    assert text.count("?") == 1, "the symbol of no_baseline"
