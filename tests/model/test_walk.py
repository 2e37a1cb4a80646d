from __future__ import annotations

from generator.model.claim import Claim
from generator.model.dataset import PLACES, Dataset
from generator.model.walk import claims_in, references, walk


def test_walking_finds_every_value_with_its_path(tiny: Dataset) -> None:
    paths = {path for path, _ in walk(tiny.visas["v-1"])}
    assert ("uses", 0, "requires", 0, "cites", 0) in paths


def test_claims_are_found_inside_uses_and_requirements(tiny: Dataset) -> None:
    ids = [claim.id for _, claim in claims_in(tiny.visas["v-1"])]
    assert ids == ["visit", "hands-on", "invitation", "watch-only", "six-months"]
    assert all(isinstance(claim, Claim) for _, claim in claims_in(tiny.visas["v-1"]))


def test_references_name_path_noun_and_id(tiny: Dataset) -> None:
    found = set(references(tiny.pathways["oldland/v-1-rotation"]))
    assert (("visa",), "visa", "v-1") in found
    assert (("levels", 0), "level", "student") in found
    contact = set(references(tiny.visas["v-1"]))
    assert (("uses", 0, "contact", "ceiling", "student"), "contact", "supervised") in contact
    assert (("limits", 0), "limit", "friends-only") in contact


def test_places_tell_ids_from_paths() -> None:
    found = {
        file: [(place.noun, name) for place in PLACES if (name := place.match(file)) is not None]
        for file in (
            "visas/b-1.yml",
            "states/california/licenses/permit-2111.yml",
            "states/california/state.yml",
            "states/california/not-carried.yml",
            "vocabularies/levels.yml",
            "quiz/quiz.yml",
            "visas/deeper/b-1.yml",
        )
    }
    assert list(found.values()) == [
        [("visa", "b-1")],
        [("license", "california/permit-2111")],
        [("state", "california")],
        [("not-carried", "california/")],
        [("level", "")],
        [("quiz", "quiz")],
        [],
    ]
