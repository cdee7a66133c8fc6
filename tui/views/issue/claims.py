"""What somebody says on the page of an issue, in the order in which it stands there."""

from __future__ import annotations

from tui.address import written
from tui.views.claims import Claim
from tui.views.issue.question import Dispute, labels


def of_dispute(of: Dispute) -> list[Claim]:
    """Return who says what on the page of a dispute, in its order."""
    out: list[Claim] = []
    if of.status:
        out.append(Claim(f"State: {of.status.full}", of.status.ground, of.status.attribution, of.address))
    if of.divides:
        out.append(Claim("What divides the sides", of.divides.text, of.divides.attribution, of.address))
    for party, said in of.said:
        out += [
            Claim(f"{party}, {label}", one.statement, one.attribution, one.address) for one, label in zip(said, labels(said), strict=True)
        ]
    for text in of.texts:
        for one in text.passages:
            words = " ".join([one.text or "", *(f"({part.letter}) {part.text}" for part in one.clause)]).strip()
            out.append(
                Claim(f"{text.short} point {one.number}", words or "no wording on record", one.attribution, one.address, worded=bool(words))
            )
            for touch in one.touches:
                title = f"{text.short} {one.number}{touch.clause or ''}, {touch.verdict}: {touch.party_name}: {touch.line}"
                out.append(Claim(title, touch.why, touch.attribution, written("red_line", touch.red_line), part=True))
    out += [Claim(f"{one.party_name}: {one.name}", one.statement, one.attribution, one.address) for one in of.lines]
    out += [Claim(one.name, "", one.attribution, one.address) for one in of.mentions]
    out += [
        Claim("Judgement", one.statement, one.attribution, written("judgement", one.id), rests_on=one.rests_on) for one in of.judgements
    ]
    return out
