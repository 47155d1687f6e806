"""``vtrack record`` at a real terminal: it asks its way through what is due, in both languages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import environment
from tests.cli.county import Repository
from tests.cli.on_a_day import MIDYEAR as DAY
from vtrack.language import translator

pexpect = pytest.importorskip("pexpect", reason="a pseudo-terminal is Unix's")
if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is Unix's", allow_module_level=True)

MORE = """
projects:
  name: 每年推进重点项目
  unit: 个
  keep: {at_least: 90, entry: flow, from: 2024}
  lead: [office]
  note: 含续建项目
bypass:
  name: 环岛公路
  milestone: {states: [谋划储备, 开工建设, 建成通车], reach: 建成通车, expect: {2024: 开工建设}}
  lead: [office]
office-work:
  name: 建立工作机制
  task: {by: 2025-07-10}
  lead: [office]
growth:
  name: 增速高于全市
  unit: "%"
  compare: {above: {reference: city-growth}, from: 2025}
  lead: [office]
"""
ENGLISH = {"LANGUAGE": "", "VTRACK_LANG": "en"}
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def county(repository: Repository) -> Repository:
    """A state and a figure are late, some work is due in ten days; one target is reported."""
    repository.locality("plans/demo", value=92, more=MORE)
    return repository


class Terminal:
    """A terminal with vtrack in it, as if it were 30 June 2025."""

    def __init__(self, folder: Path, cache: Path, arguments: list[str], language: str) -> None:
        self._word = translator(language)
        self.seen = ""
        self._child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "tests.cli.on_a_day", DAY, "record", *arguments],
            cwd=folder,
            env=environment({"VTRACK_LANG": language, "VTRACK_CACHE_DIR": str(cache), "TERM": "xterm-256color"}),
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=60,
        )

    def asks(self, prompt: str) -> Terminal:
        """Wait for a prompt, such as ``as of [{day}]:`` with its places left open."""
        pattern = re.sub(r"\\\{\w+\\\}", ".+?", re.escape(self._word(prompt)))
        self._child.expect(rf"\n  {pattern} $")
        self.seen += self._child.before + self._child.after
        return self

    def types(self, line: str) -> None:
        """Type a line."""
        self._child.sendline(line)

    def answers(self, *pairs: tuple[str, str]) -> None:
        """Wait for each prompt and answer it."""
        for prompt, line in pairs:
            self.asks(prompt).types(line)

    def presses(self, key: str) -> None:
        """Hold Control and press a key."""
        self._child.sendcontrol(key)

    def ends(self) -> int:
        """The exit code, once vtrack has ended."""
        self._child.expect(pexpect.EOF)
        self.seen += self._child.before
        self._child.close()
        return int(self._child.exitstatus)

    @property
    def text(self) -> str:
        """What was shown, without colour."""
        return ESCAPE.sub("", self.seen).replace("\r\n", "\n")

    def says(self, sentence: str) -> bool:
        """Whether a sentence was shown, with its places left open."""
        return re.search(re.sub(r"\\\{\w+\\\}", ".+", re.escape(self._word(sentence))), self.text) is not None

    def close(self) -> None:
        """Take the terminal away."""
        self._child.close(force=True)


Open = Callable[..., Terminal]


@pytest.fixture
def terminal(county: Repository, tmp_path: Path) -> Iterator[Open]:
    """``terminal("demo", language="zh")`` in the county's repository."""
    opened: list[Terminal] = []

    def open_(*arguments: str, language: str = "en") -> Terminal:
        opened.append(Terminal(county.root, tmp_path / "cache", list(arguments), language))
        return opened[-1]

    yield open_
    for one in opened:
        one.close()


def progress(county: Repository, year: int) -> str:
    return (county.root / f"plans/demo/progress/{year}.yaml").read_text(encoding="utf-8")


VALUE, STATE, DONE = "value ({unit}):", "state:", "done?"
AS_OF, EVIDENCE, SOURCE = "as of [{day}]:", "evidence [none]:", "source [self]:"
NEEDED = "evidence (without it the work does not count as done):"
CITED = "published in [not stated]:"
REASON = "reason for the change [leave it as it is]:"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("arguments", [[], ["示范县"]])
def test_it_asks_its_way_through_what_is_due(
    terminal: Open, county: Repository, language: str, arguments: list[str]
) -> None:
    at = terminal(*arguments, language=language)

    at.answers((STATE, "2"), (AS_OF, "2025年6月1日"), (EVIDENCE, "开工令"), (SOURCE, ""))
    at.answers((VALUE, "９７个"), (AS_OF, ""), (EVIDENCE, "验收单 9"), (SOURCE, "统计"))
    at.answers((DONE, "完成"), (AS_OF, "2025-06-20"), (NEEDED, "会议纪要"), (SOURCE, ""))

    assert at.ends() == 0
    assert progress(county, 2024).endswith("  projects: {value: 97, source: statistics, evidence: 验收单 9}\n")
    assert progress(county, 2025).splitlines()[-2:] == [
        "  bypass: {state: 开工建设, as_of: 2025-06-01, evidence: 开工令}",
        "  office-work: {done: true, as_of: 2025-06-20, evidence: 会议纪要}",
    ]
    assert "(1/3) 环岛公路" in at.text
    assert "(3/3) 建立工作机制" in at.text
    assert "plans/demo/progress/2024.yaml:6  projects: {value: 97" in at.text
    assert at.says("figures saved: {count}")
    assert at.says("before")
    before, now = (re.findall(rf"^  {at._word(word)} .*$", at.text, re.M) for word in ("before", "now"))
    assert len(before) == len(now) == 3
    assert "▼" in before[0]
    assert "●" in now[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mistake_is_answered_and_asked_again(terminal: Open, county: Repository, language: str) -> None:
    at = terminal("demo", language=language)

    at.answers((STATE, "4"), (STATE, "建"), (STATE, "？"), (STATE, ""))
    assert at.says("write one of: {states}")
    assert at.says("write the state that is reached, or its number:")
    assert "    2  开工建设\n" in at.text
    at.answers((VALUE, "九十七"), (VALUE, "98%"), (VALUE, "?"), (VALUE, "97"))
    assert at.says("{text} is no number that can be compared")
    assert at.says("note in the plan: {note}")
    at.answers((AS_OF, "去年底"), (AS_OF, "2024-02-30"), (AS_OF, "?"), (AS_OF, ""))
    assert at.says("{day} is no day; write it as year, month and day, like 2025-12-31")
    at.answers((EVIDENCE, ""), (SOURCE, "邻居"), (SOURCE, ""))
    at.answers((DONE, "q"))

    assert at.ends() == 0
    assert progress(county, 2024).endswith("  projects: 97\n")
    assert not (county.root / "plans/demo/progress/2025.yaml").exists()


def test_what_the_rules_refuse_is_asked_again(terminal: Open, county: Repository) -> None:
    at = terminal("demo")

    at.answers((STATE, ""), (VALUE, "97"), (AS_OF, "2025-07-01"), (EVIDENCE, ""), (SOURCE, ""))
    at.asks(VALUE)
    assert "2025-07-01 has not come yet" in at.text
    at.types("97")
    at.answers((AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""), (DONE, "q"))

    assert at.ends() == 0
    assert progress(county, 2024).endswith("  projects: 97\n")


@pytest.mark.parametrize(("key", "code"), [("c", 130), ("d", 0)])
def test_whatever_ends_it_what_was_saved_stays_whole(terminal: Open, county: Repository, key: str, code: int) -> None:
    at = terminal("demo")

    at.answers((STATE, "开工"), (AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""))
    at.answers((VALUE, "97"))
    at.asks(AS_OF).presses(key)

    assert at.ends() == code
    assert "figures saved: 1" in at.text
    assert "Traceback" not in at.text
    assert progress(county, 2025).endswith("  bypass: {state: 开工建设, as_of: 2025-06-30}\n")
    assert "projects" not in progress(county, 2024)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reason_of_a_change_is_asked_for(terminal: Open, county: Repository, language: str) -> None:
    at = terminal("demo", "coverage", "95", "--year", "2024", language=language)

    at.asks(REASON)
    assert at.says("{name}: {old} is reported for {day} already")
    at.types("?")
    at.asks(REASON).types("统计部门复核")

    assert at.ends() == 0
    assert "  coverage: {value: 95, source: statistics" in progress(county, 2024)
    assert "was: 92, on: 2025-06-30, reason: 统计部门复核}" in progress(county, 2024)


@pytest.mark.parametrize("answer", ["", "q"])
def test_without_a_reason_it_stays_as_it_is(terminal: Open, county: Repository, answer: str) -> None:
    before = county.snapshot()
    at = terminal("demo", "coverage", "95", "--year", "2024")

    at.answers((REASON, answer))

    assert at.ends() == 1
    assert at.says("nothing was written")
    assert county.snapshot() == before


def test_a_target_that_is_named_is_asked_for_though_nothing_is_due(terminal: Open, county: Repository) -> None:
    at = terminal("demo", "coverage")

    at.answers((VALUE, "94"), (AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""))

    assert at.ends() == 0
    assert "(1/1) 农村生活污水处理设施行政村覆盖率" in at.text
    assert "coverage: {value: 94, as_of: 2025-06-30}" in progress(county, 2025)


def test_the_same_day_twice_while_asking(terminal: Open, county: Repository) -> None:
    at = terminal("demo", "coverage")

    at.answers((VALUE, "94"), (AS_OF, "2024-12-31"), (EVIDENCE, ""), (SOURCE, ""), (REASON, "复核"))

    assert at.ends() == 0
    assert "reason: 复核}" in progress(county, 2024)


@pytest.fixture
def compared(county: Repository) -> Repository:
    """Two targets want the city's growth of 2024, and one what another target had in 2024."""
    more = """
    growth:
      name: 增速高于全市
      unit: "%"
      compare: {above: {reference: city-growth}, from: 2024}
      lead: [office]
      note: 按可比价计算
    rural-growth:
      name: 农村增速高于全市
      unit: "%"
      compare: {above: {reference: city-growth}, from: 2024, lag: 0}
      lead: [office]
    debt:
      name: 债务增速低于收入增速
      unit: "%"
      compare: {below: {target: growth}, lag: 1, from: 2025}
      lead: [office]
    """
    county.locality("plans/demo", value=92, more=more)
    return county


@pytest.mark.parametrize("language", ["zh", "en"])
def test_values_to_compare_with_are_asked_for_once(terminal: Open, compared: Repository, language: str) -> None:
    at = terminal("demo", language=language)

    at.answers((VALUE, "6.1"), (AS_OF, ""), (EVIDENCE, "年报"), (SOURCE, ""))
    at.answers(
        (VALUE, "83/85"), (VALUE, "？"), (VALUE, "５．５"), (AS_OF, ""), (CITED, "?"), (CITED, "市2024年统计公报")
    )
    at.answers((VALUE, "q"))

    assert at.ends() == 0
    assert progress(compared, 2024).endswith(
        "  growth: {value: 6.1, evidence: 年报}\nreferences:\n  city-growth: {value: 5.5, source: 市2024年统计公报}\n"
    )
    assert "(1/3) 增速高于全市" in at.text
    assert "(2/3) city-growth" in at.text
    assert "(3/3) 农村增速高于全市" in at.text
    assert at.says("value of {series} for {period}")
    assert at.says("needed for: {targets}")
    assert "增速高于全市、农村增速高于全市" in at.text or "增速高于全市, 农村增速高于全市" in at.text
    assert at.says("{text} is a count of a whole, and a value to compare with is one number")
    assert at.says("it is the figure of others, as they published it, that targets are compared with")
    assert at.says("the bulletin or letter that the value is from, so that anybody can look it up")


def test_a_value_to_compare_with_may_lack_its_source_and_be_named(terminal: Open, compared: Repository) -> None:
    at = terminal("demo", "city")

    at.answers((VALUE, "5.5"), (AS_OF, ""), (CITED, ""))

    assert at.ends() == 0
    assert "(1/1) city-growth" in at.text
    assert progress(compared, 2024).endswith("references:\n  city-growth: 5.5\n")


def test_a_value_to_compare_with_that_is_not_due_is_asked_for_when_it_is_named(
    terminal: Open, compared: Repository
) -> None:
    (compared.root / "plans/demo/progress/2024.yaml").open("a", encoding="utf-8").write(
        "references: {city-growth: 5}\n"
    )
    at = terminal("demo", "city-growth")

    at.answers((VALUE, "5.2"), (AS_OF, ""), (CITED, "季报"))

    assert at.ends() == 0
    assert progress(compared, 2025).endswith("  city-growth: {value: 5.2, as_of: 2025-06-30, source: 季报}\n")


def test_the_figure_of_another_target_is_asked_for_where_one_is_compared_with_it(
    terminal: Open, county: Repository
) -> None:
    more = """
    debt:
      name: 债务增速低于收入增速
      unit: "%"
      compare: {below: {target: income}, lag: 1, from: 2024, to: 2024}
      lead: [office]
    income:
      name: 收入增速
      unit: "%"
      reach: {at_least: 5}
      lead: [office]
    """
    county.locality("plans/demo", value=92, more=more)
    at = terminal("demo")

    at.answers((VALUE, "3"), (AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""))
    at.asks(VALUE).types("4")
    at.answers((AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""))
    at.answers((VALUE, "q"))

    assert at.ends() == 0
    assert "  income: 4\n" in progress(county, 2023)
    assert "figure of 2023" in at.text


def test_nothing_to_ask(terminal: Open, county: Repository) -> None:
    county.locality("plans/demo", value=92)

    at = terminal()

    assert at.ends() == 0
    assert "示范县: nothing is late or due within 30 days" in at.text


def test_a_dry_run_asks_and_writes_nothing(terminal: Open, county: Repository) -> None:
    before = county.snapshot()
    at = terminal("demo", "--dry-run")

    at.answers((STATE, "2"), (AS_OF, ""), (EVIDENCE, ""), (SOURCE, ""), (VALUE, "q"))

    assert at.ends() == 0
    assert "+  bypass: {state: 开工建设, as_of: 2025-06-30}" in at.text
    assert "figures saved: 0" in at.text
    assert county.snapshot() == before


def test_what_cannot_be_read_is_said(terminal: Open, county: Repository) -> None:
    (county.root / "plans/demo/progress/2024.yaml").write_text("format: 1\nfigures: 7\n", encoding="utf-8")

    at = terminal()

    assert at.ends() == 0
    assert "示范县: a progress file cannot be relied on" in at.text
