"""What a change does, in a reviewer's terms: figures, verdicts and targets, before and now. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vtrack.history.changes import figure_changes
from vtrack.history.keys import key_word, keys_of
from vtrack.history.moves import WHOLE, Difference, FigureMove, Note, State, Subject, TargetMove, VerdictMove
from vtrack.history.stated import new_amendments, new_revisions
from vtrack.model.plan import Plan, Target
from vtrack.verdicts.assess import assess_all
from vtrack.verdicts.verdict import Terms, Verdict


def difference(folder: str, before: State | None, now: State | None, terms: Terms) -> Difference:
    """What changed in a locality between two states; ``None`` where there was, or is, none. The day is the same.

    What cannot be relied on is not compared: what it holds is not known, and nothing of it is said to be new or gone.
    """
    plans = [state.plan for state in (now, before) if state is not None and state.plan is not None]
    name = plans[0].locality.name if plans else folder
    notes = tuple(_notes(before, now))
    if Note.PLAN_UNREADABLE_NOW in notes or Note.PLAN_UNREADABLE_THEN in notes:
        return Difference(name, folder, notes)
    then, current = before or _nothing(plans[0]), now or _nothing(plans[0])
    assert then.plan is not None
    assert current.plan is not None
    found = _Found(then, then.plan, current, current.plan, terms)
    return Difference(name, folder, notes, tuple(one for one in found.subjects() if not one.is_empty))


def _nothing(plan: Plan) -> State:
    """The state of a locality that is not there: its plan without targets."""
    return State(Plan(plan.locality, plan.paper, plan.period, {}))


def _notes(before: State | None, now: State | None) -> Iterator[Note]:
    if before is None:
        yield Note.NEW
    elif before.plan is None:
        yield Note.PLAN_UNREADABLE_THEN
    elif not before.complete:
        yield Note.PROGRESS_UNREADABLE_THEN
    if now is None:
        yield Note.GONE
    elif now.plan is None:
        yield Note.PLAN_UNREADABLE_NOW
    elif not now.complete:
        yield Note.PROGRESS_UNREADABLE_NOW


class _Found:
    """Everything that moved between two states that can be compared, by the id of the target or series."""

    def __init__(self, before: State, plan_then: Plan, now: State, plan: Plan, terms: Terms) -> None:
        self.before, self.now = before, now
        self.plan_then, self.plan = plan_then, plan
        self.figures = _figures(before, now)
        self.verdicts = _verdicts(before, now, terms)
        self.amendments = [item for _, item in new_amendments(plan_then, plan)]
        self.revisions = new_revisions(before.record, now.record)

    def subjects(self) -> Iterator[Subject]:
        """Every target in the plan's order, those that are gone, then what is no target, such as reference series."""
        targets = {**self.plan.targets, **self.plan_then.targets}
        ids = [*targets, *sorted(self._unread_then | self._unread_now), *self.figures]
        ids += [*(item.target for item in self.amendments), *(item.target for item in self.revisions)]
        for id in dict.fromkeys(ids):
            yield Subject(
                id,
                self.plan.targets.get(id) or self.plan_then.targets.get(id),
                tuple(self._keys(id)),
                tuple(sorted(self.figures.get(id, ()), key=lambda move: move.day)),
                self.verdicts.get(id),
                tuple(item for item in self.amendments if item.target == id),
                tuple(item for item in self.revisions if item.target == id),
                id in self._unread_then and id not in self._unread_now,
                id in self._unread_now,
            )

    @property
    def _unread_then(self) -> frozenset[str]:
        return self.plan_then.omitted | self.before.record.unreadable

    @property
    def _unread_now(self) -> frozenset[str]:
        return self.plan.omitted | self.now.record.unreadable

    def _keys(self, id: str) -> Iterator[TargetMove]:
        old, new = self.plan_then.targets.get(id), self.plan.targets.get(id)
        if old is not None and new is not None:
            then, current = _said(old, self.plan_then), _said(new, self.plan)
            for key in {**then, **current}:
                if then.get(key) != current.get(key):
                    yield TargetMove(key_word(key, new.form), then.get(key), current.get(key))
        elif (old is not None and id not in self.plan.omitted) or (
            new is not None and id not in self.plan_then.omitted
        ):
            yield TargetMove(WHOLE, old, new)


def _said(target: Target, plan: Plan) -> dict[str, object]:
    """All that a plan says of a target, by the format's keys; units by their names."""
    words: dict[str, object] = {
        "name": target.name,
        "group": target.group,
        "lead": plan.department_names(target.lead),
        "assist": plan.department_names(target.assist),
        "source": target.source,
        "note": target.note,
        "stated": tuple(f"{one.source}: {one.bound}" for one in target.stated),
        "under": target.under,
    }
    return {key: value for key, value in (words | keys_of(target)).items() if value not in ((), None)}


def _figures(before: State, now: State) -> Mapping[str, list[FigureMove]]:
    moves: dict[str, list[FigureMove]] = {}
    for change in figure_changes(before.record, now.record):
        if change.now is not None or now.complete:
            moves.setdefault(change.id, []).append(FigureMove(change.before.day, change.before, change.now))
    if before.complete:
        for section in ("figures", "references"):
            then, current = getattr(before.record, section), getattr(now.record, section)
            for id, figures in current.items():
                known = {figure.day for figure in then.get(id, ())}
                added = [figure for figure in figures if figure.day not in known]
                if added and id not in before.record.unreadable:
                    moves.setdefault(id, []).extend(FigureMove(figure.day, None, figure) for figure in added)
    return moves


def _verdicts(before: State, now: State, terms: Terms) -> Mapping[str, VerdictMove]:
    """The verdicts whose status, lamp or gap is another one. Without all the reports there are none to compare."""
    if not (before.complete and now.complete):
        return {}
    then, current = _judged(before, terms), _judged(now, terms)
    moves = {id: VerdictMove(then.get(id), current.get(id)) for id in {**then, **current}}
    return {id: move for id, move in moves.items() if _weight(move.before) != _weight(move.now)}


def _judged(state: State, terms: Terms) -> dict[str, Verdict]:
    assert state.plan is not None
    return {verdict.target.id: verdict for verdict in assess_all(state.plan, state.record, terms)}


def _weight(verdict: Verdict | None) -> object:
    return verdict and (verdict.status, verdict.lamp, verdict.pace_gap)
