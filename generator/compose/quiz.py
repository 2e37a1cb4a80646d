"""The page of the eligibility quiz: its form, and the decision lists that say the same in words."""

from __future__ import annotations

import json

from generator.compose.chains import chain
from generator.compose.context import Context, text
from generator.compose.quiz_lists import condition_sections, policy_section
from generator.compose.shared import DISCLAIMER, counted
from generator.derive.countries import ALSO, country_name
from generator.derive.pathways import goals_of, steps_of, use_of
from generator.derive.quiz_rules import Rules, compile_quiz, rules_of_quiz
from generator.model.blocks import Card, Cards, Paragraph, Prose
from generator.model.document import Page, Section
from generator.model.form import Asked, Ending, Form, Meaning
from generator.model.inline import Inlines, Ref, Text
from generator.model.quiz import Question
from generator.model.state import Pathway
from generator.model.tables import Choice

QUIZ = "quiz"
SCRIPTS = ("quiz/engine.js", "quiz/walk.js", "quiz/results.js", "quiz/quiz.js")

OUTCOMES = (
    Meaning(
        "open",
        "Open",
        "Nothing you told us rules this out. A consulate, the Medical Board and a host still "
        "decide, and the papers below are still needed.",
    ),
    Meaning(
        "open-if",
        "Open if",
        "Nothing about you or your plan rules this out. It opens if you get what is marked as not "
        "met or not known. A consulate, the Medical Board and a host still decide.",
    ),
    Meaning(
        "need-facts",
        "More facts needed",
        "We cannot say. What is marked as not known must be settled first: a fact you are not sure "
        "of, or a policy that we have not checked lately.",
    ),
    Meaning(
        "closed",
        "Closed for these answers",
        "Something you told us does not fit. Where it is your plan, another plan may fit: each "
        "says what would change it.",
        folded=True,
    ),
    Meaning("not-assessed", "Not assessed", "Nothing here can be judged from answers."),
)
STATES = (
    Meaning("unmet", "Not met"),
    Meaning("unknown", "Not known"),
    Meaning("met", "Met"),
    Meaning("not-assessed", "Not assessed here"),
)
HOW = (
    "A pathway asks for everything that stands below under its visa, its license and itself, and "
    "for each shared condition that names one of them. Each names its levels and its goals first.",
    "It is open if you meet all that says how it is met. It is closed if you fail one that you "
    "cannot change, or that your plan rules out. If all you lack is an exam, an offer or a paper, "
    "it is open if you get it. What you do not know is never a no.",
    "What does not say how it is met is needed too, and is not assessed here.",
)


def quiz_pages(context: Context) -> tuple[Page, ...]:
    """The page of the quiz, if the data has one."""
    if not context.dataset.of("quiz"):
        return ()
    rules = rules_of_quiz(context.dataset)
    document = compile_quiz(context.dataset, rules, context.as_of)
    form = Form(
        json.dumps(document, ensure_ascii=False, separators=(",", ":")),
        tuple(_asked(context, rules, each) for each in rules.questions),
        OUTCOMES,
        STATES,
        Ref("compare/visas", "Compare these visas side by side"),
    )
    pathways = context.dataset.pathways.values()
    cards = Cards(tuple(_card(context, each) for each in pathways))
    states = dict.fromkeys(context.dataset.states[each.state].name for each in pathways)
    count = f"{counted(len(pathways), 'pathway')} in {' and '.join(states)}"
    words = f"A few questions show which of {count} may fit you, and why."
    return (
        Page(
            id=QUIZ,
            url="quiz/",
            title="Find your pathway",
            description=f"{words} Your answers stay on your device.",
            family=QUIZ,
            file="",
            lead=(
                _prose(f"{words} {DISCLAIMER}"),
                form,
            ),
            sections=(
                Section("how", "The rules as lists", (_prose(*HOW),)),
                Section("pathways", "Pathways", (cards,)),
                Section("conditions", "Conditions", (), condition_sections(context, rules)),
                *policy_section(context, rules),
            ),
            menu=("Find your pathway",),
            contents=False,
            search=("quiz", "eligibility", "am I eligible", "which visa", "check"),
            scripts=SCRIPTS,
            styles=("quiz/quiz.css",),
        ),
    )


def _prose(*sentences: str) -> Prose:
    return Prose(tuple(Paragraph(text(each)) for each in sentences))


def _card(context: Context, pathway: Pathway) -> Card:
    """A pathway as the results show it: whom and what it is for, and where to read on."""
    dataset = context.dataset
    levels = "; ".join(dataset.word("level", each).name for each in pathway.levels)
    goals = "; ".join(dataset.word("goal", each).name for each in goals_of(dataset, pathway))
    words: Inlines = (Text(f"{goals}. "),)
    if pathway.notes or use_of(dataset, pathway).notes:
        words += (Ref(pathway.id, "Before you rely on it", "notes"), Text(". "))
    if steps_of(context.conditions[pathway.id]):
        words += (Ref(pathway.id, "Steps in order", "steps"), Text("."))
    return Card(context.ref(pathway.id), words, levels, chain(context, pathway))


def _asked(context: Context, rules: Rules, question: Question) -> Asked:
    """A question with its choices; the countries of a list are typed."""
    choices = {each.id: Choice(each.id, each.label, each.help or "") for each in question.options}
    endings = tuple(
        Ending(choices[each.id], Ref(each.ends_at, "Read what holds for you"))
        for each in question.options
        if each.ends_at
    )
    lists = context.dataset.of("country-list")
    codes = {*lists[question.options_from].codes} if question.options_from else set()
    typed = [each for each in rules.options.of[question.id] if each in codes]
    return Asked(
        question.id,
        question.asks,
        question.why,
        question.help or "",
        tuple(each for each in choices.values() if each.id not in codes),
        tuple(country_name(each) for each in typed),
        tuple(Choice(each, name) for each in typed for name in ALSO.get(each, ())),
        endings,
    )
