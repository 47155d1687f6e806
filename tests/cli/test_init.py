"""``vtrack init``: a locality's first files, which teach by their comments, pass a check, and overwrite nothing."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Call, environment
from tests.cli.on_a_day import clock
from vtrack.commands.call import load_settings
from vtrack.model.forms import FORM_WORDS
from vtrack.model.plan import Locality, Paper
from vtrack.recording.new_locality import NewLocality, create, locality_texts, settings_text
from vtrack.text.reading import read
from vtrack.text.visible import visible
from vtrack.validation.schemas import schema

if TYPE_CHECKING:
    from tools.terminal import Screen

DAY = "2025-08-15"
NEEDED = {
    "--id": "dongtou",
    "--name": "温州市洞头区",
    "--level": "county",
    "--start": "2023",
    "--end": "2027",
    "--title": "洞头区提升县城承载能力和深化“千村示范、万村整治”工程实施方案",
}
MORE = {
    "--code": "330305",
    "--parent": "wenzhou",
    "--number": "洞政办发〔2023〕14号",
    "--issuer": "温州市洞头区人民政府办公室",
    "--issued": "2023-06-29",
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 15 August 2025."""
    for module in ("call", "init", "gathered", "record"):
        monkeypatch.setattr(f"vtrack.commands.{module}.now", clock(DAY))


def options(*without: str, **instead: str) -> list[str]:
    """The options that are needed, without some and with others."""
    chosen = {**NEEDED, **{f"--{name}": value for name, value in instead.items()}}
    return [word for name, value in chosen.items() if name not in without for word in (name, value)]


def data(path: Path) -> Any:
    reading = read(path.read_bytes())
    assert reading.sound
    assert reading.document is not None
    return reading.document.data


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# What is written


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_a_progress_file_and_the_settings_are_written(vtrack: Call, tmp_path: Path, language: str) -> None:
    made = vtrack("init", *options(), VTRACK_LANG=language)

    assert (made.code, made.err) == (0, "")
    assert files(tmp_path) == ["plans/dongtou/plan.yaml", "plans/dongtou/progress/2025.yaml", "vtrack.yaml"]
    assert all(name in made.out for name in files(tmp_path))
    assert "vtrack check plans/dongtou" in made.out
    plan = data(tmp_path / "plans/dongtou/plan.yaml")
    assert plan["locality"] == {"id": "dongtou", "name": "温州市洞头区", "level": "county"}
    assert plan["document"] == {"title": NEEDED["--title"]}
    assert plan["period"] == {"start": 2023, "end": 2027}
    assert data(tmp_path / "plans/dongtou/progress/2025.yaml") == {
        "format": 1,
        "locality": "dongtou",
        "year": 2025,
        "figures": None,
    }
    assert data(tmp_path / "vtrack.yaml") == {"language": language, "plans": ["plans"]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_passes_a_check(vtrack: Call, tmp_path: Path, language: str) -> None:
    vtrack("init", *options(), *[word for pair in MORE.items() for word in pair], VTRACK_LANG=language)

    checked = vtrack("check", "--format", "json")

    assert checked.code == 0
    assert checked.json["summary"]["errors"] == 0
    assert checked.status == {"first-target": "placeholder"}
    assert set(checked.rules) == {"target/placeholder", "plan/placeholder"}, "the placeholder alone is left to be done"


def test_what_may_be_left_out_is_written_where_it_is_given(vtrack: Call, tmp_path: Path) -> None:
    vtrack("init", *options(), *[word for pair in MORE.items() for word in pair])

    plan = data(tmp_path / "plans/dongtou/plan.yaml")
    assert plan["locality"] == {
        "id": "dongtou",
        "name": "温州市洞头区",
        "level": "county",
        "code": "330305",
        "parent": "wenzhou",
    }
    assert plan["document"] == {
        "title": NEEDED["--title"],
        "number": MORE["--number"],
        "issuer": MORE["--issuer"],
        "issued": "2023-06-29",
    }


def test_files_are_utf_8_with_line_feeds(vtrack: Call, tmp_path: Path) -> None:
    vtrack("init", *options(), VTRACK_LANG="zh")

    for name in files(tmp_path):
        text = (tmp_path / name).read_bytes()
        assert text.decode()
        assert b"\r" not in text
        assert not text.startswith(b"\xef\xbb\xbf")
        assert text.endswith(b"\n")


def test_comments_are_in_the_language_of_the_call(vtrack: Call, tmp_path: Path) -> None:
    vtrack("init", *options(name="Dongtou", title="Plan"), VTRACK_LANG="zh")
    vtrack("init", *options(id="other", name="Other", title="Plan"), "--lang", "en")

    chinese = re.compile("[\u4e00-\u9fff]{2}")
    for name in ("plan.yaml", "progress/2025.yaml"):
        assert chinese.search((tmp_path / "plans/dongtou" / name).read_text(encoding="utf-8"))
        others = (tmp_path / "plans/other" / name).read_text(encoding="utf-8")
        assert set(chinese.findall(others)) <= {"左右", "一批", "力争"}, "words of documents"


@pytest.mark.parametrize(("start", "end", "year"), [("2016", "2020", 2020), ("2026", "2030", 2026)])
def test_a_plan_that_is_over_or_to_come_gets_its_nearest_year(
    vtrack: Call, tmp_path: Path, start: str, end: str, year: int
) -> None:
    vtrack("init", *options(start=start, end=end))

    assert (tmp_path / f"plans/dongtou/progress/{year}.yaml").exists()
    assert vtrack("check").code == 0


def test_settings_that_are_there_stay_and_say_where_plans_go(vtrack: Call, tmp_path: Path) -> None:
    settings = tmp_path / "vtrack.yaml"
    settings.write_text("plans: [规划]\n", encoding="utf-8")

    made = vtrack("init", *options())

    assert made.code == 0
    assert settings.read_text(encoding="utf-8") == "plans: [规划]\n"
    assert files(tmp_path / "规划") == ["dongtou/plan.yaml", "dongtou/progress/2025.yaml"]


def test_plans_go_into_another_folder(vtrack: Call, tmp_path: Path) -> None:
    made = vtrack("init", *options(), "--into", "a: b/乡 镇")

    assert made.code == 0
    assert load_settings(tmp_path / "vtrack.yaml").plans == ("a: b/乡 镇",)
    assert vtrack("check").code == 0


def test_a_folder_that_no_check_looks_at_is_pointed_out(vtrack: Call, tmp_path: Path) -> None:
    (tmp_path / "vtrack.yaml").write_text("plans: [plans]\n", encoding="utf-8")

    assert "add towns to plans:" in vtrack("init", *options(), "--into", "towns").out
    assert "to plans:" not in vtrack("init", *options(id="other"), "--into", "plans/towns").out


def test_settings_lie_beside_plans_elsewhere(vtrack: Call, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()

    made = vtrack("init", *options(), "--into", "../there/plans", cwd=tmp_path / "here")

    assert made.code == 0
    assert files(tmp_path / "here") == []
    assert load_settings(tmp_path / "there/vtrack.yaml").plans == ("plans",)


# The examples in the comments


def without_mark(line: str) -> str:
    """An example line as a line of its own: ``# `` taken away."""
    return re.sub(r"^( *)# ", r"\1", line)


def is_example(line: str) -> bool:
    return re.match(r" *# ", line) is not None


def examples(text: str) -> list[range]:
    """The blocks of example lines, by line."""
    lines = text.split("\n")
    blocks: list[range] = []
    for number, line in enumerate(lines):
        if is_example(line):
            if blocks and blocks[-1].stop == number and not re.match(r" {0,2}# [a-z_]+: \S", line):
                blocks[-1] = range(blocks[-1].start, number + 1)
            else:
                blocks.append(range(number, number + 1))
    return blocks


def with_examples(text: str, *blocks: range) -> str:
    """A text with some of its examples made lines of its own."""
    chosen = {number for block in blocks for number in block}
    return "\n".join(without_mark(one) if at in chosen else one for at, one in enumerate(text.split("\n")))


@pytest.fixture(params=["zh", "en"])
def written(request: pytest.FixtureRequest, vtrack: Call, tmp_path: Path) -> Path:
    """A new locality, in each language."""
    vtrack("init", *options(), VTRACK_LANG=request.param)
    return tmp_path / "plans" / "dongtou"


def errors(vtrack: Call) -> list[str]:
    checked = vtrack("check", "--format", "json")
    return [finding["message"] for finding in checked.json["findings"] if finding["severity"] == "error"]


def test_each_example_of_the_plan_may_be_used_alone(written: Path, vtrack: Call) -> None:
    plan = written / "plan.yaml"
    text = plan.read_text(encoding="utf-8")

    assert len(examples(text)) == 5 + 7 + 1, "keys that were left out, the forms, the amendment"
    for block in examples(text):
        plan.write_text(with_examples(text, block), encoding="utf-8", newline="")
        assert errors(vtrack) == [], with_examples(text, block)
        assert data(plan) != data_of(text)


def data_of(text: str) -> Any:
    document = read(text.encode()).document
    assert document is not None
    return document.data


def test_all_examples_may_be_used_together(written: Path, vtrack: Call) -> None:
    for path in (written / "plan.yaml", written / "progress/2025.yaml", written.parent.parent / "vtrack.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(with_examples(text, *examples(text)), encoding="utf-8", newline="")

    assert errors(vtrack) == []
    checked = vtrack("check", "--format", "json")
    assert len(checked.json["verdicts"]) == 8
    reported = data(written / "progress/2025.yaml")
    assert set(reported["figures"]) < checked.status.keys()
    assert not [rule for rule in checked.rules if rule.startswith("figure/unknown")]


def test_each_example_of_the_progress_file_may_be_used_alone(written: Path, vtrack: Call) -> None:
    plan, progress = written / "plan.yaml", written / "progress/2025.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(with_examples(text, *examples(text)), encoding="utf-8", newline="")
    text = progress.read_text(encoding="utf-8")

    blocks = examples(text)
    assert len(blocks) == 7
    for block in blocks[:-1]:  # a revision needs the figure that it corrects
        progress.write_text(with_examples(text, block), encoding="utf-8", newline="")
        assert errors(vtrack) == [], with_examples(text, block)


def test_the_examples_show_every_form_and_every_key(written: Path) -> None:
    text = (written / "plan.yaml").read_text(encoding="utf-8")
    whole = data_of(with_examples(text, *examples(text)))

    forms = {word: target[word] for target in whole["targets"].values() for word in FORM_WORDS if word in target}
    assert forms.keys() == set(FORM_WORDS)
    definitions = schema("plan")["$defs"]
    keys = {key for target in whole["targets"].values() for key in target}
    assert keys == definitions["target"]["properties"].keys()
    words = {word for word, node in definitions["reach"]["properties"].items()} - {"by", "schedule"}
    for form, shown in forms.items():
        assert definitions[form]["properties"].keys() - words == shown.keys() - words, form
    assert [word for word in sorted(words) if not re.search(rf"\b{word}\b", text)] == []
    for piece in ("locality", "document"):
        assert whole[piece].keys() == schema("plan")["properties"][piece]["properties"].keys()
    assert whole.keys() == schema("plan")["properties"].keys()


def test_both_languages_teach_the_same(vtrack: Call, tmp_path: Path) -> None:
    texts = {}
    for language in ("zh", "en"):
        new = NewLocality(Locality("demo", "Demo", "county"), Paper("Plan"), 2023, 2027)
        texts[language] = [*locality_texts(new, date(2025, 8, 15), language), settings_text("plans", language)]

    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items()}
        if isinstance(value, list):
            return [shape(one) for one in value]
        return type(value)

    for one, other in zip(texts["zh"], texts["en"], strict=True):
        chinese, english = (data_of(with_examples(text, *examples(text))) for text in (one, other))
        assert shape(chinese) == shape(english)


def test_figures_are_recorded_between_the_comments(vtrack: Call, tmp_path: Path) -> None:
    vtrack("init", *options(), VTRACK_LANG="zh")
    plan, progress = tmp_path / "plans/dongtou/plan.yaml", tmp_path / "plans/dongtou/progress/2025.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("at_least: x", "at_least: 12"), encoding="utf-8")
    before = progress.read_text(encoding="utf-8").splitlines()

    recorded = vtrack("record", "dongtou", "first-target", "8", "--as-of", "2025-08-01", VTRACK_CACHE_DIR=str(tmp_path))

    assert recorded.code == 0
    after = progress.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  first-target: {value: 8, as_of: 2025-08-01}"]
    assert [line for line in after if line in before] == before


# Names


def seen(text: str) -> bool:
    return visible(text, len(text)) == text


@given(name=st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(str.strip).filter(bool).filter(seen))
def test_any_name_is_read_back_as_it_was_given(name: str) -> None:
    new = NewLocality(Locality("demo", name, "county"), Paper(name, name, name), 2023, 2027)

    for language in ("zh", "en"):
        plan = data_of(locality_texts(new, date(2025, 8, 15), language)[0])
        assert plan["locality"]["name"] == name
        assert plan["document"] == {"title": name, "number": name, "issuer": name}
        assert data_of(settings_text(name, language))["plans"] == [name]


MISREAD = [
    *(
        "洞头区: 一",
        "'引号",
        '"双引号"',
        "# 号",
        "a # b",
        "- 一",
        "{x}",
        "[x]",
        "&a",
        "*a",
        "!x",
        "%",
        "@x",
        "$id",
        "${name}",
    ),
    *("2023", "true", "null", "~", "x", "1.18万", "１２３", "back\\slash", "一、二：三，四", "😀"),
]


@pytest.mark.parametrize("name", MISREAD)
def test_names_that_yaml_could_misread_pass_a_check(vtrack: Call, tmp_path: Path, name: str) -> None:
    made = vtrack("init", *options(name=name, title=name), "--number", name, "--issuer", name)

    assert (made.code, made.err) == (0, "")
    assert data(tmp_path / "plans/dongtou/plan.yaml")["locality"]["name"] == name
    assert vtrack("check").code == 0


# Mistakes


def test_without_a_terminal_what_is_missing_is_said(vtrack: Call, tmp_path: Path) -> None:
    refused = vtrack("init", "--name", "洞头区", "--start", "2023")

    assert refused.code == 2
    assert "--id, --level, --end, --title" in refused.err
    assert files(tmp_path) == []


WRONG = {
    "id": ["Dongtou", "洞头", "a_b", "-a", "a--b", "", "../a", "a/b", "a b"],
    "name": ["", "  ", "a\u200bb", "a\nb", "a\x1b[31m", "\udcff"],
    "level": ["district", "x", "", "市县"],
    "code": ["33030", "330305a", "三三", ""],
    "parent": ["Wenzhou", "dongtou"],
    "start": ["23", "二〇二三", "1899", "2200", "x", "2028"],
    "end": ["2022", "2027.5"],
    "title": ["", "\u2028"],
    "issued": ["2023-06-31", "昨天", "2500-01-01", ""],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_option_is_one_sentence_and_writes_nothing(vtrack: Call, tmp_path: Path, name: str, value: str) -> None:
    refused = vtrack("init", *options(**{name: value}))

    assert refused.code == 2
    assert re.fullmatch(r"vtrack: [^\n]+\n", refused.err)
    assert files(tmp_path) == []


def test_what_is_typed_in_the_chinese_way_is_understood(vtrack: Call, tmp_path: Path) -> None:
    typed = options(level="县", start="２０２３年", end="2027年", title="洞头区　方案")

    made = vtrack("init", *typed, "--issued", "2023年6月29日", "--code", "３３０３０５", VTRACK_LANG="zh")

    assert made.code == 0
    plan = data(tmp_path / "plans/dongtou/plan.yaml")
    assert plan["period"] == {"start": 2023, "end": 2027}
    assert plan["document"] == {"title": "洞头区 方案", "issued": "2023-06-29"}
    assert plan["locality"]["level"] == "county"
    assert plan["locality"]["code"] == "330305"


# Never overwriting


@pytest.mark.parametrize("name", ["plan.yaml", "progress/2025.yaml"])
def test_a_file_that_is_there_stays_and_nothing_else_is_written(vtrack: Call, tmp_path: Path, name: str) -> None:
    there = tmp_path / "plans/dongtou" / name
    there.parent.mkdir(parents=True)
    there.write_text("mine", encoding="utf-8")

    refused = vtrack("init", *options())

    assert refused.code == 2
    assert f"plans/dongtou/{name}" in refused.err
    assert files(tmp_path) == [f"plans/dongtou/{name}"]
    assert there.read_text(encoding="utf-8") == "mine"


def test_a_link_that_leads_nowhere_counts_as_a_file(vtrack: Call, tmp_path: Path) -> None:
    folder = tmp_path / "plans/dongtou"
    folder.mkdir(parents=True)
    try:
        (folder / "plan.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    except OSError:
        pytest.skip("links need a right here")

    assert vtrack("init", *options()).code == 2
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_file_made_in_between_stays_and_what_was_made_goes(tmp_path: Path) -> None:
    first, second = tmp_path / "new" / "a.yaml", tmp_path / "b.yaml"
    second.write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        create({first: "a", second: "b"})

    assert files(tmp_path) == ["b.yaml"]
    assert not first.parent.exists()
    assert second.read_text(encoding="utf-8") == "mine"


def test_a_failure_in_the_middle_leaves_nothing_behind(
    vtrack: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    open_ = Path.open

    def full(path: Path, *arguments: Any, **more: Any) -> Any:
        if path.name == "2025.yaml":
            open_(path, "x").close()
            path.unlink()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return open_(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", full)

    refused = vtrack("init", *options())

    assert refused.code == 2
    assert "plans/dongtou/progress/2025.yaml" in refused.err
    assert os.strerror(errno.ENOSPC) in refused.err
    assert list((tmp_path / "plans").iterdir()) == []


def test_a_disk_that_is_full_for_the_last_words_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was made before its text failed to be written."""
    with pytest.raises(UnicodeEncodeError):
        create({tmp_path / "new" / "a.yaml": "a", tmp_path / "new" / "b.yaml": "\ud800"})

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_of_plans(vtrack: Call, tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("mine", encoding="utf-8")

    refused = vtrack("init", *options())

    assert refused.code == 2
    assert "plans" in refused.err
    assert files(tmp_path) == ["plans"]


def test_a_second_locality_leaves_the_first(vtrack: Call, tmp_path: Path) -> None:
    vtrack("init", *options())
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}

    assert vtrack("init", *options(id="other")).code == 0
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    assert vtrack("init", *options(id="other")).code == 2


# At a terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Screen]:
    """``vtrack init`` at a terminal, on 15 August 2025, with the level given by an option."""
    terminals = pytest.importorskip("tools.terminal", reason="a pseudo-terminal is Unix's")
    command = [sys.executable, "-m", "tests.cli.on_a_day", DAY, "init", "--level", "county"]
    variables = environment({"VTRACK_LANG": "en", "TERM": "xterm"})
    with terminals.screen(command, tmp_path, variables) as one:
        yield one


def test_a_terminal_is_asked_for_what_no_option_gives(terminal: Screen, tmp_path: Path) -> None:
    for prompt, line in {
        "id (": "dongtou",
        "full name": "洞头区",
        "code": "",
        "above": "",
        "first year": "2023",
        "last year": "2027",
        "title": "方案",
        "number": "洞政办发〔2023〕14号",
        "issued by": "",
        "issued on": "2023-06-29",
    }.items():
        terminal.until(prompt)
        terminal.until("]: " if line == "" or prompt in ("number", "issued on") else ": ")
        terminal.type(f"{line}\n")
    code, rest = terminal.rest()

    assert code == 0
    assert "plans/dongtou/plan.yaml" in rest
    plan = data(tmp_path / "plans/dongtou/plan.yaml")
    assert plan["locality"] == {"id": "dongtou", "name": "洞头区", "level": "county"}
    assert plan["document"] == {"title": "方案", "number": "洞政办发〔2023〕14号", "issued": "2023-06-29"}


def test_each_mistake_is_answered_and_asked_again(terminal: Screen, tmp_path: Path) -> None:
    (tmp_path / "plans/there").mkdir(parents=True)
    (tmp_path / "plans/there/plan.yaml").write_text("mine", encoding="utf-8")
    for prompt, line, said in (
        ("id (", "洞头", "is no id"),
        ("id (", "", "needed"),
        ("id (", "there", "plans/there/plan.yaml"),
        ("id (", "dongtou", ""),
        ("full name", "洞头区", ""),
        ("code", "1", "digits"),
        ("code", "", ""),
        ("above", "dongtou", "its own parent"),
        ("above", "wenzhou", ""),
        ("first year", "?", "begin with it"),
        ("first year", "23", "four digits"),
        ("first year", "2023", ""),
        ("last year", "2022", "before"),
        ("last year", "2027", ""),
        ("title", "方案", ""),
        ("number", "", ""),
        ("issued by", "", ""),
        ("issued on", "2023-02-30", "is no day"),
        ("issued on", "", ""),
    ):
        terminal.until(prompt)
        terminal.until(": ")
        terminal.type(f"{line}\n")
        terminal.until(said or "\n")
    code, _ = terminal.rest()

    assert code == 0
    assert data(tmp_path / "plans/dongtou/plan.yaml")["locality"]["parent"] == "wenzhou"


def test_a_terminal_is_asked_nothing_where_options_give_all_that_is_needed(tmp_path: Path) -> None:
    terminals = pytest.importorskip("tools.terminal", reason="a pseudo-terminal is Unix's")
    command = [sys.executable, "-m", "vtrack", "init", *options()]
    with terminals.screen(command, tmp_path, environment({"VTRACK_LANG": "en"})) as one:
        code, shown = one.rest()

    assert code == 0
    assert "?" not in shown


@pytest.mark.parametrize(("keys", "code"), [("q\n", 2), ("\x04", 2), ("\x03", 130)], ids=["q", "Ctrl-D", "Ctrl-C"])
def test_whoever_stops_has_written_nothing(terminal: Screen, tmp_path: Path, keys: str, code: int) -> None:
    terminal.until("id (")
    terminal.until(": ")
    terminal.type("dongtou\n")
    terminal.until("full name: ")
    terminal.type(keys)

    ended, _ = terminal.rest()

    assert ended == code
    assert files(tmp_path) == []
