"""The types that every record is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(r"[A-Za-z0-9]+([-_/][A-Za-z0-9]+)*")
"""An id makes addresses and file names, so it never leads out of a folder."""
_PAGE = re.compile(r"([^/.\s<>\"'?#\\][^/\s<>\"'?#\\]*/)+")
_PART_OF_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
MOST_LETTERS = 2_000
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def wrong(message: str, tip: str = "") -> PydanticCustomError:
    """Make the error of a field: one sentence, one remedy."""
    return PydanticCustomError("sentence", "{message}", {"message": message, "tip": tip})


def _id(raw: str) -> str:
    if not _ID.fullmatch(raw):
        raise wrong(f'"{raw}" is not an id.', "Use letters, digits and single hyphens.")
    return raw


class Frozen(BaseModel):
    """A value of the data: every field known, none changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Record(Frozen):
    """A thing with an id. ``id`` comes from the file's name, never from inside the file."""

    noun: ClassVar[str]
    id: Annotated[str, BeforeValidator(_id)] = Field(exclude=True)


@dataclass(frozen=True)
class To:
    """Marks a string that names a record: ``Annotated[str, To("visa")]``."""

    noun: str

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Keep the noun in the schema, so that closed vocabularies become lists to choose from."""
        return {**handler(core_schema), "x-names": self.noun}


@dataclass(frozen=True)
class PartialDate:
    """A day, month or year, as exact as the source: ``2026-01-08``, ``2026-02``, ``2007``."""

    text: str

    @property
    def first(self) -> date:
        """The first day it may mean; ages are counted from here."""
        year, month, day = (*self.text.split("-"), "1", "1")[:3]
        return date(int(year), int(month), int(day))

    @property
    def shown(self) -> str:
        """In words: ``8 January 2026``, ``February 2026``, ``2007``."""
        parts = self.text.split("-")
        words = [parts[0]]
        if len(parts) > 1:
            words.insert(0, _MONTHS[int(parts[1]) - 1])
        if len(parts) > 2:  # noqa: PLR2004 - year, month, day
            words.insert(0, str(int(parts[2])))
        return " ".join(words)


def _partial_date(raw: Any) -> PartialDate:
    if isinstance(raw, PartialDate):
        return raw
    found = PartialDate(str(raw))
    if not _PART_OF_DATE.fullmatch(found.text):
        raise wrong(f'"{raw}" is not a date.', "Write 2026-01-31, 2026-01 or 2026.")
    try:
        _ = found.first
    except ValueError:
        raise wrong(f'"{raw}" is not in the calendar.', "Write 2026-01-31.") from None
    return found


def _day(raw: Any) -> date:
    found = _partial_date(raw)
    if found.text.count("-") != 2:  # noqa: PLR2004 - year-month-day
        raise wrong(f'"{raw}" is not a day.', "Write year, month and day: 2026-01-31.")
    return found.first


def show_day(day: date) -> str:
    """A day in words: ``8 January 2026``."""
    return PartialDate(day.isoformat()).shown


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise wrong("this must be text.", "Write one sentence.")
    text = " ".join(raw.split())
    if not text:
        raise wrong("this is empty.", "Write something, or delete the line.")
    if len(text) > MOST_LETTERS:
        raise wrong(f"this is longer than {MOST_LETTERS:,} characters.", "Split it.")
    if not text.isprintable():
        raise wrong("this has a letter that cannot be seen.", "Type the words again.")
    return text


def _slug(raw: Any) -> str:
    if not isinstance(raw, str) or not re.fullmatch(SLUG, raw):
        raise wrong(f'"{raw}" is not an id.', "Use small letters, digits and single hyphens.")
    return raw


def _https_or_http(raw: Any) -> str:
    if not isinstance(raw, str) or not re.fullmatch(r"https?://[^\s<>\"']+\.[^\s<>\"']+", raw):
        raise wrong(f'"{raw}" is not a web address.', "Write https://...")
    return raw


def _https(raw: Any) -> str:
    address = _https_or_http(raw)
    if not address.startswith("https:"):
        raise wrong(f'"{raw}" is not an https address.', "Link https only.")
    return address


def _page(raw: Any) -> str:
    if not isinstance(raw, str) or not _PAGE.fullmatch(raw):
        raise wrong(f'"{raw}" is not the address of a page.', "Run make release.")
    return raw


Text = Annotated[str, BeforeValidator(_text)]
PagePath = Annotated[str, BeforeValidator(_page)]
Slug = Annotated[str, BeforeValidator(_slug)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
AnyDate = Annotated[
    PartialDate,
    PlainValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{_PART_OF_DATE.pattern}$"}),
]
Address = Annotated[str, BeforeValidator(_https_or_http)]
HttpsAddress = Annotated[str, BeforeValidator(_https)]

Standing = Literal["confirmed", "refined", "corrected", "disputed", "unverified"]

ActorId = Annotated[str, To("actor")]
AnyRecordId = Annotated[str, To("any")]
BarrierGroupId = Annotated[str, To("barrier-group")]
ContactId = Annotated[str, To("contact")]
CountryListId = Annotated[str, To("country-list")]
EnablerId = Annotated[str, To("enabler")]
FamilyId = Annotated[str, To("visa-family")]
GoalId = Annotated[str, To("goal")]
LevelId = Annotated[str, To("level")]
LicenseId = Annotated[str, To("license")]
LicenseKindId = Annotated[str, To("license-kind")]
LimitId = Annotated[str, To("limit")]
PathwayId = Annotated[str, To("pathway")]
QuestionId = Annotated[str, To("question")]
RecommendationId = Annotated[str, To("recommendation")]
RequirementId = Annotated[str, To("requirement")]
SourceId = Annotated[str, To("source")]
SourceKindId = Annotated[str, To("source-kind")]
StakeholderId = Annotated[str, To("stakeholder")]
StateId = Annotated[str, To("state")]
StepId = Annotated[str, To("step")]
TopicId = Annotated[str, To("topic")]
UseId = Annotated[str, To("use")]
VisaId = Annotated[str, To("visa")]
