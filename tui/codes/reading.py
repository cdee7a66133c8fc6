"""E1: files that cannot be read at all."""

from tui.codes.code import Code

CODES = (
    Code(
        "E101",
        "not TOML",
        "A file that breaks the grammar of TOML is left out whole; the other files are still checked, and its ids still count as known.",
        """
[[party]
id = "east"
""",
        """
[[party]]
id = "east"
name = "Eastland"
mode = "document"
sources = ["herald"]
""",
    ),
    Code(
        "E102",
        "not UTF-8",
        "TOML is UTF-8 by definition. A file in another encoding would show wrong letters in names, or none.",
        "A file saved as Windows-1251 or UTF-16.",
        "The same file saved as UTF-8.",
    ),
    Code(
        "E103",
        "cannot be read",
        "A data file that is passed over in silence would make a briefing with holes, so each one that cannot be opened is named.",
        "A file that this user may not read, a folder or a pipe called plans.toml, a link that leads nowhere.",
        "A plain file with read permission.",
    ),
    Code(
        "E104",
        "no manifest",
        "A briefing begins with its manifest, briefing.toml: its title, its day, how it may be handled and where its data are.",
        "A folder without briefing.toml.",
        "A folder with briefing.toml; `briefing new FOLDER` writes one.",
    ),
    Code(
        "E105",
        "no data",
        "The manifest names the folder that holds the records. Where it is not there, or holds no TOML file, there is nothing to brief on.",
        'data = "dta" in briefing.toml, while the folder is called data.',
        'data = "data" in briefing.toml.',
    ),
    Code(
        "E106",
        "file name that cannot be shown",
        "Every record shows the file it comes from. A name with control characters could give orders to a terminal.",
        "A file whose name holds a line break or an escape character.",
        "A file called plans.toml.",
    ),
    Code(
        "E107",
        "beyond what is read",
        "Lists within lists hundreds deep, and numbers of thousands of digits, are accidents or attacks; a parser would fail on them.",
        "note = [[[[ and so on, five hundred times.",
        "A list of texts.",
    ),
)
