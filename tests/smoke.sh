#!/bin/sh
# The wheel as a user gets it: built, installed into an empty environment, run from a folder that is not ours.
# Usage: sh tests/smoke.sh PYTHON, where PYTHON has a pip of its own (its packages are not used).
set -eu
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export PIP_DISABLE_PIP_VERSION_CHECK=1
"$python" -m pip wheel --quiet --no-deps --wheel-dir "$work/dist" "$root"
"$python" -m venv --without-pip "$work/env"
"$python" -m pip --python "$work/env/bin/python" install --quiet --no-compile "$work"/dist/*.whl

mkdir "$work/elsewhere"
cd "$work/elsewhere"
export XDG_CACHE_HOME="$work/cache" XDG_STATE_HOME="$work/state"
briefing="$work/env/bin/briefing"
"$briefing" --version
"$briefing" check
"$briefing" | grep -q 'as at'
"$briefing" list red_line --json | "$work/env/bin/python" -c 'import json, sys; assert len(json.load(sys.stdin)) > 5'
"$briefing" search PURL | grep -qi purl
"$briefing" new mine
"$briefing" check --strict --briefing mine
"$briefing" --briefing mine | grep -q 'as at'
echo 'smoke: the wheel works from another folder'
