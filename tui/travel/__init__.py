"""Briefings that travel: one desk writes, many servers read, and nothing of ours is a server.

A store is one file that never changes. A desk puts it, packed, into a folder or onto a host, and beside it the edition: a small signed
text that says which store it is. Readers fetch the edition from any web server, and the store only where the edition names another one.

addresses.py    where an edition is fetched from: https, http on this machine alone, file; whatever else is refused
asking.py       one bounded question to a web server or a folder, `deadline.py` what ends it however the other side behaves
edition.py      Edition: what the signed text says, read strictly
handling.py     the ceiling of a destination: which handling marks may stand there
signing.py      signatures by `ssh-keygen`: made, and checked against whom readers trust; `trusted.py` whom that is
destination.py  where a desk publishes to: a folder; `ssh_destination.py`, a host over ssh:
                by `sftp.py`, else by `rsync.py`, which have `ssh_way.py` in common
echo.py         the terminal as it was, where what asks there for a passphrase is ended
publishing.py   a store into a destination, the edition last
packed.py       a store as it travels, packed and unpacked within bounds
kept.py         a reader's folder of editions: the store in force, the ones before, and what is known of where they come from
pulling.py      what is new fetched into such a folder, or a sentence why not
arriving.py     a briefing opened from elsewhere: fetched, or as it was kept, with its age

The commands publish, pull, trust and versions are in `cli/`; `app/following.py` is how an open session hears of what came.
"""
