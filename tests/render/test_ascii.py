"""Text shown in ASCII alone says the same, above all the same numbers."""

from __future__ import annotations

import unicodedata

import pytest

from tui.render.ascii import in_ascii


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1½ brigades", "1 1/2 brigades"),
        ("10² km, H₂O", "10^2 km, H_2O"),
        ("item 4②", "item 4(2)"),
        ("800\N{NO-BREAK SPACE}000 – €5…", "800 000 - EUR 5..."),
        ("Đặng, Wałęsa, Støre, Straße, cœur", "Dang, Walesa, Store, Strasse, coeur"),
        ("Kalın, Þór, æon", "Kalin, Thor, aeon"),
        ("A pause ≠ a peace; force ≤ 5; aid ≥ 5; ±5; 10⁻³", "A pause != a peace; force <= 5; aid >= 5; +/-5; 10^-3"),
        ("A pause =\u0338 a peace, \u2209 and \u226e", "A pause != a peace, ? and ?"),
        ("secu\u00adrity, Non\u2011aggression, „Слов\u02bcянськ‚", "security, Non-aggression, \"Slov'yans'k'"),
        ("₴5 → €6, 10²³ m₁₂", "UAH 5 -> EUR 6, 10^23 m_12"),
        ("brand™", "brandTM"),
        # A sign between or before numbers must not make other numbers of them.
        ("3·5 million, ·5, •5, 300—200, 500†, 〈5〉", "3|5 million, |5, *5, 300--200, 500*, [5]"),
        ("10ⁿ, 0.3\u0305, 5‰, 20 ℃", "10^n, 0.3?, 5 per mille, 20  degrees C"),
        # "About 5" in East Asia, not minus 5; a long dash is no range; what lengthens a vowel, or repeats a letter, makes no number either.
        ("〜5 million, 5〜10, 5⸺10, 5ー10, 人々5", "~5 million, 5~10, 5--10, 5?10, Ren?5"),
        # Signs round a digit make no number of two of them; a fraction or a digit above the line ends before the digit that follows.
        ("points 1️⃣2️⃣, 3\u20dd4\u20dd, 10\u20e3", "points (1)(2), (3)(4), (10)"),
        ("½5, m²5, 5㎡5, ²⁄₃ of 2⁵⁄₈", " 1/2 5, m^2 5, 5m2 5,  2/3 of 2 5/8"),
        # What is struck out is not told as what holds.
        ("A pause =\u200d\u0338 a peace, 5\ufe0e\u0336", "A pause [struck out: =] a peace, [struck out: 5]"),
        ("5̶0̶ ships, n̷o̷ t̷o̷l̷l̷, P\u20e0, →\u20e0", "[struck out: 50] ships, [struck out: no toll], [struck out: P], [struck out: ->]"),
        # Vowels of scripts in which they are marks on other letters: without them, दल (party) and दिल (heart) were one word.
        ("दल, दिल, বাংলা, ไทย ที่", "dl, dil, bamla, aithy thi"),
        ("ا ب, サーカス", "a b, sakasu"),
        # Numerals that are no digits of a row: 12 and 20 here.
        ("፲፪, ௨௰, item 5❶, ৷", "(10)(2), 2(10), item 5(1), (0.25)"),
        ("١٬٢٣٤٫٥ ٪", "1,234.5 %"),
        # A sign that two countries have names neither.
        ("¥5, ￥5, ₩5, ₹5, ₾5, ؋5", "yen/yuan 5, yen/yuan 5, won 5, indian rupee 5, lari 5, afghani 5"),
        ("🇺🇦 or 🇷🇺", "UA or RU"),
    ],
)
def test_no_number_changes_and_no_letter_is_dropped(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


def test_no_number_of_any_script_makes_another_of_the_digits_beside_it() -> None:
    """Digits of a row stay digits of it; all others stand apart, and no letter counts, compares, or joins two digits."""
    for character in map(chr, range(0x80, 0x20000)):
        category, name = unicodedata.category(character), unicodedata.name(character, "")
        if (
            category in ("Cf", "Me", "Cn", "Co", "Cs")
            or name.startswith("VARIATION SELECTOR")
            or (category == "Lo" and character > "\u3400")
        ):
            continue  # invisible, round what stands before it, without a meaning, or ideographs, which are words
        told = in_ascii(f"5{character}7")[1:-1]
        if category == "Nd":
            assert told == str(unicodedata.digit(character)), character
        else:
            assert told
            assert not told[0].isdigit(), character
            assert not told[-1].isdigit(), character
            assert category[0] != "L" or not told.endswith(("-", "+", "<", "=", "$")), character


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("500Ω", "500 ohm"),
        ("50 Ω", "50 ohm"),
        ("5kΩ", "5kohm"),
        ("art. 10º", "art. 10^o"),
        ("20ᵒ", "20^o"),
        ("Nº 5", "No 5"),
        ("5Ωμ", "5Om"),
    ],
)
def test_no_letter_behind_a_number_is_told_as_what_looks_like_a_nought(text: str, told: str) -> None:
    assert in_ascii(text) == told
