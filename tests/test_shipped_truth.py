"""What the shipped data may never say again: each test would have found a fault that readers were shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.cli.ending import run
from tui.compile.loading import load
from tui.locate import shipped as shipped_manifest
from tui.model import Event, Figure, Issue, Party, Plan, Position, Record, RedLine, Source, known_from
from tui.store.read import Store
from tui.views.overview.question import overview
from tui.views.timeline.question import is_expected, timeline

DATA = Path(__file__).parents[1] / "data"
EVER = "9999-12-31"
pytestmark = pytest.mark.usefixtures("kept_open")


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """Every record of the shipped briefing, as its source files have it."""
    return list(load(shipped_manifest()).records)


@pytest.fixture(scope="module")
def issues(records: list[Record]) -> list[Issue]:
    return [one for one in records if isinstance(one, Issue)]


@pytest.fixture(scope="module")
def plans(records: list[Record]) -> dict[str, Plan]:
    return {one.id: one for one in records if isinstance(one, Plan)}


def positions(records: list[Record]) -> Iterator[Position]:
    return (one for one in records if isinstance(one, Position))


def test_no_body_takes_a_stance_that_it_has_not_decided(records: list[Record]) -> None:
    bodies = {one.id for one in records if isinstance(one, Party) and one.type == "body"}
    assert "us-congress" in bodies
    assert [one.id for one in positions(records) if one.party in bodies and one.stance not in (None, "describes")] == []


@pytest.mark.parametrize("day", ["2024-07-31", "2025-12-09", "2025-12-24", "2026-06-30"])
def test_no_line_says_that_congress_opposes_the_bilateral_agreements(day: str, shipped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["guarantees", "bilateral"], ["show", "guarantee", "bilateral"], ["show", "party", "us-congress"]):
        assert run(["--briefing", str(shipped), *words, "--as-at", day]) == 0
        text = " ".join(capsys.readouterr().out.split())
        assert not re.search(r"(Opposed by|Against)[^.]*\b(US )?Congress\b", text)
        assert "Congress rejects" not in text
        assert "Congress objects" not in text


def test_a_single_state_does_not_speak_for_the_european_union(records: list[Record]) -> None:
    assert [one.id for one in positions(records) if one.party == "eu" and "Hungary" in one.statement] == []


def test_one_sides_text_is_never_said_of_an_issue_on_which_another_text_is_public(issues: list[Issue], plans: dict[str, Plan]) -> None:
    wrong = []
    for issue in issues:
        for status in issue.status:
            if status.letter != "W":
                continue
            assert len(status.texts) == 1
            assert "not found" not in status.ground
            day = known_from(status) or ""
            public = {
                plan.id
                for plan in plans.values()
                if plan.made_public is not None and plan.made_public.lower <= day and any(issue.id in point.issues for point in plan.point)
            }
            if public - set(status.texts):
                wrong.append((issue.id, day, public))
    assert wrong == []


def test_nothing_is_agreed_between_the_us_and_the_authors_of_a_counter_proposal(issues: list[Issue]) -> None:
    assert [(one.id, status.ground) for one in issues for status in one.status if status.letter in "TA" and "e3" in status.between] == []


def test_whoever_says_that_something_is_agreed_is_named(issues: list[Issue]) -> None:
    agreed = [status for one in issues for status in one.status if status.letter in "TA"]
    assert agreed
    assert all(status.mode == "stated" and status.said_by == "zelensky" and "Zelensky's account" in status.ground for status in agreed)
    assert all(set(status.between) == {"ukraine", "us"} for status in agreed)


def test_every_status_names_whose_it_is_and_nothing_is_withdrawn_by_nobody(issues: list[Issue]) -> None:
    every = [(one.id, status) for one in issues for status in one.status]
    assert [id_ for id_, status in every if not status.between] == []
    assert [id_ for id_, status in every if status.letter == "Z"] == []


def test_only_what_the_bottom_line_names_is_open_between_kyiv_and_washington(issues: list[Issue]) -> None:
    last = {one.id: [status for status in one.status if (known_from(status) or "") <= "2025-12-24"][-1] for one in issues}
    open_ = {id_ for id_, status in last.items() if status.letter == "O" and set(status.between) == {"us", "ukraine"}}
    assert open_ == {"territory", "plant"}


def test_every_issue_says_in_one_clause_what_divides_the_sides(issues: list[Issue]) -> None:
    for one in issues:
        assert one.divides, one.id
        days = [known_from(part) or EVER for part in one.divides]
        assert days == sorted(days), one.id
        assert days[0] <= "2025-12-09", one.id
        assert all(len(part.text) <= 60 and part.mode == "judgement" for part in one.divides), one.id


def test_no_verdict_is_firmer_than_its_own_words(plans: dict[str, Plan]) -> None:
    firm = [
        (plan.id, point.number, touch.why)
        for plan in plans.values()
        for point in plan.point
        for touch in point.touches
        if touch.verdict == "crossed" and not touch.appears
    ]
    assert [one for one in firm if "appears to" in one[2]] == []


def test_kyivs_own_lines_are_not_strained_by_a_plan_that_is_said_to_be_kyivs(plans: dict[str, Plan]) -> None:
    for plan in plans.values():
        if plan.authors and set(plan.authors) <= {"ukraine", "europeans"}:
            touched = {touch.red_line for point in plan.point for touch in point.touches if touch.verdict in ("strained", "crossed")}
            assert not {line for line in touched if line.startswith("ua-")}, plan.id
    assert plans["kyiv-refined"].point == ()


def test_a_red_line_is_on_record_from_its_earliest_movement(records: list[Record]) -> None:
    late = []
    for one in records:
        if isinstance(one, RedLine) and one.movement and one.id != "us-donetsk":
            first = min(known_from(part) or EVER for part in one.movement)
            if (known_from(one) or "") > first:
                late.append((one.id, known_from(one), first))
    assert late == []


@pytest.mark.parametrize(
    ("day", "coming"),
    [
        ("2025-12-08", "kyiv-plan-due"),
        ("2025-12-09", "kyiv-plan-due"),
        ("2025-12-10", "coalition-meeting"),
        ("2025-12-11", "coalition-meeting"),
        ("2025-12-12", None),
    ],
)
def test_what_was_announced_is_expected_until_a_source_has_it_and_no_longer(day: str, coming: str | None, shipped: Path) -> None:
    with Store.open(shipped, day) as store:
        found = overview(store).next_event
        assert (found.id if found else None) == coming


def test_what_took_place_is_expected_on_no_day_after(records: list[Record], shipped: Path) -> None:
    with Store.open(shipped) as store:
        for one in records:
            if isinstance(one, Event) and one.outcome and all(outcome.expected for outcome in one.outcome):
                assert not one.expected or is_expected(store, one)
        assert [one.id for one in timeline(store).entries if one.expected and not one.later] == []
    assert not {"coalition-video", "kyiv-plan-delivered"} & {one.id for one in records}


def test_every_event_stands_in_one_of_five_lanes(records: list[Record]) -> None:
    tracks = {one.track for one in records if isinstance(one, Event)}
    assert None not in tracks
    assert len(tracks) <= 5


def test_the_words_on_congress_are_given_as_the_article_gives_them(shipped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--briefing", str(shipped), "show", "position", "zelensky-us-guarantee"]) == 0
    assert "Who Zelensky (per RBC-Ukraine)" in " ".join(capsys.readouterr().out.split())


def test_one_fact_of_the_article_has_one_speaker_wherever_it_stands(records: list[Record]) -> None:
    held = [
        one
        for one in records
        if one.id in ("purl-annual", "purl-shortfall", "ukraine-purl-air-defence") and isinstance(one, Figure | Position)
    ]
    assert len(held) == 3
    assert {one.said_by for one in held} == {"Base article, naming no speaker"}


def test_names_have_one_spelling(records: list[Record]) -> None:
    lines = "\n".join(path.read_text(encoding="utf-8") for path in DATA.rglob("*.toml")).split("\n")
    text = "\n".join(line for line in lines if not line.startswith("aliases"))  # what people type may be spelled otherwise
    assert any(isinstance(one, Source) for one in records)
    for other in ("JD Vance", "Dnieper", "Ukraine's Ministry of Defence", 'publisher = "LBC"', '"New York Times', "and New York Times"):
        assert other not in text


# The whole name of a document, and not the title of a page.
OWN_NAMES = {"base-article", "us-government-publishing-office-240620"}


def test_no_description_by_this_desk_stands_as_the_title_of_a_page(records: list[Record]) -> None:
    def bare(text: str) -> str:
        return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’‘]", "", text).casefold()))

    titled = [one for one in records if isinstance(one, Source) and not one.described and one.id not in OWN_NAMES]
    assert len(titled) == 10
    assert [one.id for one in titled if bare(one.title) not in bare(one.address or "")] == []


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("form", "day"), [("md", "2024-07-31"), ("md", "2025-12-24"), ("md", "2026-06-30"), ("html", "2026-06-30"), ("json", "2026-06-30")]
)  # the forms are made of the same answers
def test_no_export_says_that_congress_opposes_the_bilateral_agreements(
    form: str, day: str, shipped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--briefing", str(shipped), "export", form, "--as-at", day]) == 0  # also on a day on which there is but one plan
    text = " ".join(re.sub("<[^>]+>", " ", capsys.readouterr().out).split())
    assert "ilateral" in text
    assert not re.search(r"(Opposed by|Against|Rejected by)[^.(]*\bCongress\b", text)
    assert not re.search(r"\bCongress\s*,?\s+(opposes|objects|rejects)", text)


def test_a_comparison_of_two_texts_says_of_which_others_a_state_is(shipped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--briefing", str(shipped), "compare", "us-28", "e3", "--as-at", "2025-12-24", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["issues"]) == 16
    for row in told["issues"]:
        own, others = row["status"], row["status_of_others"]
        assert own is None or "draft-20" not in own["of_texts"], row["short"]
        assert others is None or not {"us-28", "e3"} >= set(others["of_texts"]), row["short"]
