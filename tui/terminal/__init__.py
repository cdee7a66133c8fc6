"""The terminal: what it can do, what comes from it and what goes to it. Stands below the app and the command line, and knows neither.

probe.py          what this terminal can do, told from the environment
driver.py         keys in, drawing out; sequences.py what of the input is one key
painter.py        only the cells that changed
output_filter.py  what no text may carry to a terminal, taken out of every segment before it is written
signals.py        hang-up and signals
suspend.py        stopping, and going on
clipboard.py      copying over SSH
crash.py          what is left when the program fails
"""
