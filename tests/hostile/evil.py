"""Texts that are to be taken for something else, and a locality that says one of them wherever it may say anything."""

from __future__ import annotations

EVIL = (
    "\\n::error file=x::owned",
    "::warning::owned",
    "%0A::error::owned",
    "##[error]owned",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[link](javascript:alert(1)) ![x](http://evil/x.png)",
    "a | b | c\\n| --- |",
    "`code` *bold* _it_ ~~x~~ <!-- -->",
    "@everyone #1 !1",
    '=HYPERLINK(\\"http://evil\\",\\"x\\")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\\t=1+1",
    "]]> &amp; ]]&gt; <!DOCTYPE x>",
    "{place} %s %(name)s {0.__class__}",
    "[bold red]rich[/bold red] [link=http://evil]x[/link]",
)
"""As they stand in double quotes in YAML, and in sound files."""
HIDDEN = (
    "\\e[2J\\e]0;owned\\a\\e]8;;http://evil\\a",
    "\\u202Etxt.exe\\u200B\\u2066",
    "\\u0085next\\u2028line",
    "\\x07\\b\\b\\b98\\r::error::owned",
    "\\U000E0041\\u3164",
)
"""Those that steer a terminal, turn a text or hide it: files with any of them are not sound."""
PLAN = """\
format: 1
locality: {{id: {1}, name: "{0}"}}
document: {{title: "{0}", number: "{0}", issuer: "{0}", issued: 2023-06-29}}
period: {{start: 2023, end: 2027}}
departments: {{office: "{0}"}}
targets:
  one:
    name: "{0}"
    unit: "{0}"
    reach: {{at_least: 98}}
    baseline: {{year: 2022, value: 90}}
    lead: [office]
    source: "{0}"
    group: "{0}"
    note: "{0}"
  two:
    name: 节点
    milestone: {{states: [甲, "{0}"], reach: "{0}", by: 2025}}
    lead: [office]
    source: "{0}"
  three:
    name: 增速
    unit: "%"
    compare: {{above: {{reference: gdp}}}}
    lead: [office]
    source: "{0}"
amendments:
  - {{target: one, on: 2024-05-01, document: "{0}", reason: "{0}", was: {{at_least: 99}}}}
"""
"""``format`` it with a text and the id of the locality."""
PROGRESS = """\
format: 1
locality: {1}
year: 2024
figures:
  one: {{value: 91, evidence: ["{0}", "{0}"], note: "{0}"}}
  two: {{state: "{0}", as_of: 2024-06-30, note: "{0}"}}
  three: 5
references:
  gdp: {{value: 3, source: "{0}"}}
revisions:
  - {{target: one, as_of: 2024-12-31, was: 90, on: 2025-01-01, reason: "{0}"}}
"""
