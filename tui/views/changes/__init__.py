"""What changed between two readings: two days of one briefing, or two briefings that were built from different sources.

question.py     what is new, changed and gone
moves.py        which states and verdicts moved, and on whose word
edits.py        what of one record is not as it was: field by field and part by part, as they are authored
page.py, pane.py, view.py   as in every subject

The subject `later` tells what became known after a day, each thing whole, with the day and the source. This tells what is said
otherwise, word by word; between two days of one briefing it has every record that `later` has.
"""
