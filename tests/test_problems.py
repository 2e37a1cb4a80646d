from pathlib import Path

from generator.problems import Problem, count_problems, nearest, one_of, report, show_path


def test_a_path_is_shown_as_an_editor_writes_it() -> None:
    assert show_path(("requires", 2, "actor")) == "requires[2].actor"


def test_a_suggestion_names_the_nearest_word_or_nothing() -> None:
    assert nearest("dean", ["host-dean", "cbp"]) == 'Did you mean "host-dean"?'
    assert nearest("zebra", ["host-dean", "cbp"]) == ""


def test_a_closed_list_is_offered_whole() -> None:
    assert one_of(["a", "b", "c"]) == "Use a, b or c."
    assert one_of(["a"]) == "Use a."


def test_a_report_is_sorted_by_file_and_line_and_ends_with_the_remedy(tmp_path: Path) -> None:
    problems = [
        Problem("data/b.yml", "second", ("x",), "Do this."),
        Problem("data/a.yml", "first", line=9),
        Problem("data/b.yml", "whole file", line=0),
    ]
    lines = report(problems, tmp_path, lambda _file, _path: 3)
    assert lines.splitlines() == [
        "data/a.yml:9: first",
        "data/b.yml: whole file",
        "data/b.yml:3: x: second Do this.",
    ]


def test_problems_are_counted_by_folder() -> None:
    assert count_problems([Problem("data/a.yml", "x")]) == "1 problem in data/."
    both = [Problem("data/a.yml", "x"), Problem("content/a.md", "y")]
    assert count_problems(both) == "2 problems in content/ and data/."
