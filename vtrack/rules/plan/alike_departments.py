"""Two units have names so alike that they may be one.

Documents shorten names as they please, or damage them: 农业办 in one clause, 农业农村办 in the next. Counted as two, a
unit sees only some of its targets. Two names are alike when one is the other with at most three characters left out
between its first and its last, or without the 局, 办, 科 … at its end. General offices (县委办, 县政府办) are not
compared: 县委办 is no short form of 县委改革办.

两个单位的名称很像，可能是同一个单位。

文件里常用简称，有时还漏字、多字：前一条写“农业办”，后一条写“农业农村办”。当成两个单位，各自就只看到一部分任务。
一个名称在首尾两字之间少写不超过三个字就是另一个，或者只少了末尾的“局、办、科”等字，即视为相像。
“县委办”“县政府办”一类不参加比较。确是两个单位的，不必理会。

Bad 反例::

    departments: {agriculture: 农业办, agriculture-rural: 农业农村办}

Good 正例::

    departments: {agriculture: 农业农村办, water: 水利办}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from vtrack.findings import Severity
from vtrack.messages import say
from vtrack.model.plan import PLAN_FILE, Place
from vtrack.rules.rule import Dossier, Remark

SEVERITY = Severity.INFO
_MOST_LEFT_OUT = 3
_MOST_COMPARED = 500
"""Each is compared with every other: no real plan has so many, and a forged one shall not keep the check busy."""
# What a unit's name says besides its field of work: whose it is, and what kind of unit.
_WHOSE = r"^[各本]?[省市州盟县区旗镇乡村]?(?:委|党委|政府|人民政府|党工委|人大|政协)?"
_KIND = r"(?:办公室|委员会|服务中心|中心|局|办|部|委|科|室|站|所|院|厅|处|队|会|社|联)$"


def check(case: Dossier) -> Iterator[Remark]:
    """One finding for each pair of names that are alike, at the shorter of the two."""
    if len(case.plan.departments) > _MOST_COMPARED:
        return
    shortest_first = sorted(case.plan.departments.items(), key=lambda unit: len(unit[1]))
    units = [(id, name, frozenset(name)) for id, name in shortest_first]
    for (id, name, letters), (full_id, full, among) in combinations(units, 2):
        if not letters <= among or name[0] != full[0]:
            continue  # what was left out of one leaves no letter that the other lacks
        if _is_short_for(name, full) or _lacks_its_kind(name, full):
            yield Remark(
                Place(PLAN_FILE, ("departments", id)),
                say("{name} and {full} may be one unit", name=name, full=full),
                say(
                    "if they are one, write {full_id} wherever {id} stands; if two, leave them", id=id, full_id=full_id
                ),
            )


def _is_short_for(name: str, full: str) -> bool:
    """Whether characters left out inside ``full`` make ``name`` of it, and ``name`` still says a field of work."""
    if name[-1] != full[-1] or not 0 < len(full) - len(name) <= _MOST_LEFT_OUT:
        return False
    letters = iter(full)
    return all(letter in letters for letter in name) and len(re.sub(_KIND, "", re.sub(_WHOSE, "", name))) > 1


def _lacks_its_kind(name: str, full: str) -> bool:
    """Whether ``name`` is ``full`` without the word for its kind, as when 局 was dropped."""
    return full.startswith(name) and name == re.sub(_KIND, "", full) != full and not re.search(_KIND, name)
