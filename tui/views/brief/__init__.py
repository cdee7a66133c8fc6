"""The brief: one page to hand to somebody who has five minutes, with the sources of all that it says.

question.py   gathers what may stand on it: bottom lines, disputes, texts and lines, guarantees, questions, dates
sides.py      who says what in a dispute, in which words, when and in which source
notes.py      numbers the sources: one number means one source
page.py       draws it
paper.py      how high a page is on paper
length.py     leaves out what does not fit, and says what
view.py       the front: its address
"""
