"""What is drawn where: decided from the environment, before Textual is imported."""

import pytest

from tui.terminal.probe import decide, prepare, text_in_ascii

UTF8 = {"LANG": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.mark.parametrize(("environ", "colour"), [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_counts_when_it_is_not_empty(environ: dict[str, str], colour: bool) -> None:
    assert decide({**UTF8, **environ}).colour is colour


@pytest.mark.parametrize(
    "environ", [{"TERM": "linux"}, {"TERM": "vt100"}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "uk_UA.KOI8-U"}, {"BRIEFING_ASCII": "1"}]
)
def test_ascii_alone_where_the_terminal_or_the_locale_shows_no_more(environ: dict[str, str]) -> None:
    assert decide({**UTF8, **environ}).ascii


@pytest.mark.parametrize(
    ("locale", "encoding", "plain"),
    [
        ("C", "utf-8", True),  # as Python takes it
        ("de_DE.ISO-8859-1", "utf-8", True),  # which this machine does not have
        ("de_DE.ISO-8859-1", "iso8859-1", False),
        ("de_DE", "utf-8", False),
        ("C.utf8", "utf-8", False),
        ("C.UTF-8", "ascii", True),
    ],
)
def test_text_is_ascii_alone_where_the_app_would_be(locale: str, encoding: str, plain: bool) -> None:
    assert text_in_ascii({"LANG": locale}, encoding) is plain


def test_ascii_can_be_asked_for_and_is_not_the_rule() -> None:
    assert decide(UTF8, ascii_only=True).ascii
    assert not decide(UTF8).ascii


def test_textual_is_told_before_it_is_imported() -> None:
    environ = {"NO_COLOR": "1", "TEXTUAL_ANIMATIONS": "full"}
    prepare(environ)
    assert environ["TEXTUAL_THEME"] == "ansi-dark"
    assert environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    assert environ["TEXTUAL_ANIMATIONS"] == "full", "what the user has set stays"
    assert "NO_COLOR" not in environ, "Textual would turn it into shades of grey"
