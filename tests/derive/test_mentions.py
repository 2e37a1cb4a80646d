from __future__ import annotations

import pytest

from generator.derive.mentions import mentions_of
from generator.model.dataset import Dataset
from generator.model.inline import Abbr, Ref, Text


def test_the_first_mention_links_and_the_next_does_not(tiny: Dataset) -> None:
    words = mentions_of(tiny).mark("A V-1 is not a W-2. A V-1 is short.", set())
    assert words == (
        Text("A "),
        Ref("v-1", "V-1"),
        Text(" is not a "),
        Ref("w-2", "W-2"),
        Text(". A V-1 is short."),
    )


def test_a_page_does_not_link_to_itself(tiny: Dataset) -> None:
    assert mentions_of(tiny).mark("The V-1 visa.", {"v-1"}) == (Text("The V-1 visa."),)


def test_an_abbreviation_explains_itself_once(tiny: Dataset) -> None:
    words = mentions_of(tiny).mark("An SSN is an SSN.", set())
    assert words == (Text("An "), Abbr("ssn", "SSN", "Social Security number"), Text(" is an SSN."))


def test_names_inside_other_words_are_left_alone(tiny: Dataset) -> None:
    assert mentions_of(tiny).mark("RV-1, V-11, V-1-like, V-1.5", set()) == (
        Text("RV-1, V-11, V-1-like, V-1.5"),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "You are a citizen of Canada or Mexico.",
        "You are a national of Australia.",
        "You passed Step 2 CK.",
    ],
)
def test_countries_and_exams_do_not_become_visas(real: Dataset, sentence: str) -> None:
    found = mentions_of(real).mark(sentence, set())
    visas = {each.to for each in found if isinstance(each, Ref)} & real.visas.keys()
    assert visas == set()
