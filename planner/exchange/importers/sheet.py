"""Tables: CSV with a heading line, separated by commas, semicolons or tabs. The headings name the planner's fields.

A heading may be the field's name, or what English and Chinese sheets usually call it; ``--columns due=Deadline`` names
any other. A column without a field is kept as a note. The office's words (大事, 特急, 办文 …) are read in both
languages.
"""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING, Any

from planner.domain.matter import Matter
from planner.domain.record import Invalid
from planner.exchange.importers.cleaning import as_note, one_line, word
from planner.exchange.incoming import Incoming, Reading, Remark, UnreadableFileError
from planner.wording import t
from planner.wording.refusals import refusal
from planner.wording.terms import FAMILIES, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.domain.moment import Moment, datetime
    from planner.domain.terms import MatterState
    from planner.exchange.incoming import Options

__all__ = ["FIELDS", "read"]

FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "task", "subject", "name", "summary", "matter", "标题", "事项", "任务", "内容", "名称"),
    "number": ("number", "no", "no.", "id", "编号", "序号"),
    "due": ("due", "due date", "deadline", "date", "期限", "截止", "截止日期", "完成时限", "到期", "办理时限", "日期"),
    "end": ("end", "end date", "until", "结束", "结束时间"),
    "start": ("start", "start date", "hidden until", "开始", "开始日期"),
    "priority": ("priority", "优先级"),
    "grade": ("grade", "等级", "大小事"),
    "urgency": ("urgency", "urgency level", "紧急程度", "缓急"),
    "work": ("work", "category", "工作类别", "类别"),
    "nature": ("nature", "性质"),
    "origin": ("origin", "来源"),
    "parties": ("parties", "about", "联系人", "相关人员"),
    "assigned_by": ("assigned by", "from", "assigned_by", "交办人", "交办领导"),
    "handed_to": ("handed to", "handed_to", "assignee", "owner", "承办", "承办单位", "责任科室", "负责人", "责任人"),
    "tags": ("tags", "labels", "标签"),
    "state": ("state", "status", "done", "状态", "完成情况", "是否完成"),
    "closed": ("closed", "completed", "done on", "办结", "办结时间", "完成时间"),
    "created": ("created", "entered", "登记", "登记时间", "创建时间"),
    "result": ("result", "outcome", "结果", "办理结果"),
    "kind": ("kind", "类型"),
    "note": ("note", "notes", "remarks", "comment", "description", "备注", "说明"),
}
"""The fields that a sheet can fill, and the headings they are known by, in lower case."""

_MOMENTS = ("due", "end", "start")
_WORDS = {"grade": "grade", "urgency": "urgency", "work": "work", "nature": "nature", "origin": "origin"}
"""Fields that hold one of the office's words, and their family."""
_OTHERS = tuple(
    word
    for kind in ("reception", "point", "party")
    for word in (kind, term("kind", kind, "en"), term("kind", kind, "zh"))
)
"""What a table of several kinds calls the rows that are no matters."""
_DONE = ("done", "closed", "completed", "complete", "yes", "true", "x", "1", "已完成", "完成", "办结", "已办结", "是")
_OPEN = (
    "open",
    "",
    "no",
    "false",
    "0",
    "pending",
    "todo",
    "未完成",
    "未办结",
    "在办",
    "办理中",
    "进行中",
    "否",
    "待办",
)
_DROPPED = ("dropped", "cancelled", "canceled", "作废", "取消", "撤销", "不办")
_STATES: dict[MatterState, tuple[str, ...]] = {
    "open": _OPEN,
    "waiting": ("waiting", "等待"),
    "done": _DONE,
    "dropped": _DROPPED,
}
_LEVELS = {
    "high": 1,
    "h": 1,
    "高": 1,
    "medium": 2,
    "m": 2,
    "中": 2,
    "low": 3,
    "l": 3,
    "低": 3,
    "none": 4,
    "无": 4,
    "": 4,
}


def read(text: str, options: Options) -> Reading:
    """Read a table. Raises ``UnreadableFileError`` when no column of it is a title."""
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise UnreadableFileError(t("This is no CSV file: {reason}.", reason=str(error))) from None
    if not rows:
        return Reading(format="csv")
    _, heads = rows[0]
    fields = _fields(heads, options)
    if "title" not in fields.values():
        seen = ", ".join(f"“{head.strip()}”" for head in heads[:8])
        raise UnreadableFileError(
            t("No column is a title; the headings are {headings}. Name it: --columns title=HEADING", headings=seen)
        )
    found: list[Incoming] = []
    slips: list[Remark] = []
    left_out: list[Remark] = []
    seen_keys: dict[str, int] = {}
    for place, row in rows[1:]:
        if not any(cell.strip() for cell in row):
            continue
        try:
            values, notes = _values(heads, row, fields)
            if values.pop("kind", "") in _OTHERS:
                left_out.append(Remark(place=place, words=t("no matter: it comes along in the planner's own JSON")))
                continue
            matter = _matter(place, values, notes, options)
        except Invalid as error:
            slips.append(Remark(place=place, words=refusal(error)))
            continue
        except _BadCell as error:
            slips.append(Remark(place=place, words=error.words))
            continue
        basis = "\t".join(values.get(name, "") for name in ("number", "title", "due", "created"))
        digest = hashlib.sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:20]
        seen_keys[digest] = seen_keys.get(digest, 0) + 1
        found.append(Incoming(place=place, key=f"csv:{digest}/{seen_keys[digest]}", entry=matter))
    return Reading(format="csv", found=tuple(found), slips=tuple(slips), left_out=tuple(left_out))


class _BadCell(ValueError):
    """A cell that its field can't take; ``words`` says which and why."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines they end at. The separator is whichever the heading line has most of."""
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # a long note is no damage
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=False)
    for row in reader:
        yield reader.line_num, row


def _fields(heads: list[str], options: Options) -> dict[int, str]:
    """The field of each column that has one. Raises ``UnreadableFileError`` for a named column that is not there."""
    lowered = [one_line(head).casefold() for head in heads]
    fields: dict[int, str] = {}
    for field, heading in options.columns:
        if field not in FIELDS:
            known = ", ".join(FIELDS)
            raise UnreadableFileError(t("--columns has no field {field}; there are {known}.", field=field, known=known))
        if one_line(heading).casefold() not in lowered:
            raise UnreadableFileError(t("The file has no column “{heading}”.", heading=heading))
        fields[lowered.index(one_line(heading).casefold())] = field
    for field, headings in FIELDS.items():
        if field not in fields.values():
            place = next((lowered.index(one) for one in headings if one in lowered), None)
            if place is not None and place not in fields:
                fields[place] = field
    return fields


def _values(heads: list[str], row: list[str], fields: dict[int, str]) -> tuple[dict[str, str], list[str]]:
    """The cells by field, and those without one as words for a note. An apostrophe before a formula's sign goes."""
    values: dict[str, str] = {}
    notes: list[str] = []
    for place, cell in enumerate(row):
        text = cell.strip()
        if len(text) > 1 and text[0] == "'" and text[1] in "=+-@＝＋－＠":
            text = text[1:]
        if place in fields:
            values[fields[place]] = text
        elif text:
            head = heads[place].strip() if place < len(heads) else ""
            notes.append(f"{head}: {text}" if head else text)
    return values, notes


def _matter(place: int, values: dict[str, str], notes: list[str], options: Options) -> Matter:
    """The matter of a row. Raises ``_BadCell``, ``Invalid``."""
    given: dict[str, Any] = {field: _moment(field, values[field], options) for field in _MOMENTS if values.get(field)}
    for field, family in _WORDS.items():
        if values.get(field):
            given["grade_by_hand" if field == "grade" else field] = _code(field, family, values[field])
    for field in ("parties", "handed_to", "tags"):
        if values.get(field):
            names = (word(one.lstrip("@＠#＃+＋")) for one in _listed(values[field]))
            given[field] = tuple(dict.fromkeys(name for name in names if name))
    if values.get("assigned_by"):
        given["assigned_by"] = one_line(values["assigned_by"])
        given["marks"] = ("assigned",)
    created = _stamp("created", values, options) or options.now
    state: MatterState = _state(values.get("state", ""))
    closed = _stamp("closed", values, options)
    if state == "open" and closed is not None and "state" not in values:
        state = "done"
    if state in ("done", "dropped"):
        given["closed"] = closed or options.now
    return Matter(
        number=place,
        created=created,
        changed=created,
        state=state,
        title=one_line(values.get("title", "")),
        priority=_priority(values.get("priority", "")),
        result=values.get("result") or None,
        handed=created if given.get("handed_to") else None,
        notes=tuple(as_note(text, created) for text in (values.get("note", ""), *notes) if text),
        **given,
    )


def _listed(text: str) -> list[str]:
    """The parts of a cell that holds several."""
    for sign in "，、;；\n":
        text = text.replace(sign, ",")
    return [part.strip() for part in text.split(",") if part.strip()]


def _moment(field: str, text: str, options: Options) -> Moment:
    """A day or time in the words of a person. Raises ``_BadCell``."""
    moment = options.moment(text)
    if moment is None:
        raise _BadCell(t("{field}: “{words}” is not a date", field=field, words=text))
    return moment


def _stamp(field: str, values: dict[str, str], options: Options) -> datetime | None:
    """A time, or the beginning of a day. Raises ``_BadCell``."""
    if not values.get(field):
        return None
    from planner.domain.moment import datetime as clock

    moment = _moment(field, values[field], options)
    return moment if isinstance(moment, clock) else clock(moment.year, moment.month, moment.day)


def _code(field: str, family: str, text: str) -> str:
    """The code of one of the office's words, in either language. Raises ``_BadCell``."""
    wanted = text.casefold().lstrip("+＋")
    for code in FAMILIES[family]:
        if wanted in (code, term(family, code, "en").casefold(), term(family, code, "zh")):
            return code
    known = ", ".join(term(family, code) for code in FAMILIES[family])
    raise _BadCell(t("{field}: “{words}” is none of {known}", field=field, words=text, known=known))


def _state(text: str) -> MatterState:
    """Open, done or dropped. Raises ``_BadCell`` for words that say none of these."""
    lowered = text.casefold()
    for state, words in _STATES.items():
        if lowered in words:
            return state
    raise _BadCell(t("state: “{words}” is neither open nor done", words=text))


def _priority(text: str) -> int:
    """1 to 4, with or without a letter before it, or high, medium, low. Raises ``_BadCell``."""
    lowered = text.casefold().strip()
    digits = lowered.lstrip("p!！")
    if digits in ("1", "2", "3", "4"):
        return int(digits)
    if lowered in _LEVELS:
        return _LEVELS[lowered]
    raise _BadCell(t("priority: “{words}” is none of 1, 2, 3, 4", words=text))
