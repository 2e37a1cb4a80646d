from __future__ import annotations

from pathlib import Path

from tests.worlds import change, problems_in, write


def test_a_question_that_rules_tell_apart_too_finely_is_a_problem(world: Path) -> None:
    names = [f"n-{number}" for number in range(32)]
    options = ", ".join(f"{{id: {each}, label: Months {each}}}" for each in names)
    change(world, "data/quiz/questions/stay.yml", "{id: forever", f"{options}, {{id: forever")
    tests = ", ".join(f"{{stay: {each}}}" for each in names)
    limit = "says: You stay as long as you stay.\nstanding: confirmed\n"
    limit += f"cites: [{{source: law, at: list}}]\nmet_when:\n  any: [{tests}, {{stay: short}}]\n"
    write(world, "data/limits/months.yml", limit)
    change(world, "data/visas/v-1.yml", "friends-only", "friends-only, months")
    (found,) = [each for each in problems_in(world) if "kinds of its options" in each]
    assert found.startswith("data/quiz/questions/stay.yml:")
    assert found.endswith(
        ": options: the rules tell 35 kinds of its options apart, 30 fit. "
        "Join rules on single options, by country lists for instance."
    )
