#!/bin/sh
# dd 0.6.0 has Python print an error where a manager in pure Python ends together with its sets.
#
# dd.autoref counts, when a manager of decision diagrams is finalised, the sets that are still
# referred to. Where the manager and a set are in one cycle of references (an object that keeps
# both and itself), Python's collector finalises the manager first, and "AssertionError: There are
# nodes still referenced upon shutdown" goes to standard error, though all of it is garbage. With
# the same objects in no cycle nothing is printed. Seen with Python 3.11 and 3.13.
#
# Prints how many of 20 such ends are told as errors. Fails if a version does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    dd==0.6.0 astutils==0.0.6 ply==3.10 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }

cat > "$folder/ends.py" <<'END'
import gc
import sys
from importlib.metadata import version

from dd.autoref import BDD

told = []
sys.unraisablehook = lambda fault: told.append(str(fault.exc_value).split(".")[0])


class Answer:
    pass


def told_of(in_a_cycle):
    told.clear()
    for _ in range(20):
        answer = Answer()
        answer.manager = BDD()
        answer.manager.declare("x", "y")
        answer.states = answer.manager.add_expr(r"x /\ y")
        if in_a_cycle:
            answer.whole = answer
        del answer
    gc.collect()
    return len(told)


alone, together = told_of(False), told_of(True)
print("dd", version("dd"), "in no cycle:", alone, "in a cycle:", together, set(told))
sys.exit((alone, together) != (0, 20))
END
"$folder/venv/bin/python" "$folder/ends.py" || { echo "dd does otherwise now"; exit 1; }
