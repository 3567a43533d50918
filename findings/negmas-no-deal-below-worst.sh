#!/bin/sh
# negmas 0.16.0: the Nash bargain of `nash_points` changes when an outcome nobody wants is added.
#
# The Nash solution multiplies what each side gains over having no deal: the reserved value. Where
# no deal is worth less than every outcome, negmas measures from the worst outcome instead. Two
# sides value three packages at 1.0, .6, .4 and .4, .6, 1.0, and no deal at 0 each: the products
# are .40, .36, .40, so l and r are the solutions. nash_points (from PyPI) gives m. With a fourth
# package worth 0 to both, it gives l and r. The text of the function says nothing of it: a study
# that sets walking away below every deal gets the bargain of another game. `ranges=` mends it:
# the lows given there are kept. Seen with Python 3.11.
#
# Prints the solutions for both, and with ranges. Fails if a version does otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check negmas==0.16.0 \
    numpy==2.4.6 pandas==3.1.1 scipy==1.17.1 networkx==3.6.1 scikit-learn==1.9.1 pyarrow==26.0.1 \
    matplotlib==3.11.2 plotly==7.1.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }

cat > "$folder/bargain.py" <<'END'
import sys
from importlib.metadata import version

from negmas import MappingUtilityFunction, make_issue
from negmas.outcomes import make_os
from negmas.preferences.ops import nash_points, pareto_frontier


def bargain(*sides, **keywords):
    space = make_os([make_issue(list(sides[0]), "package")])
    values = [
        MappingUtilityFunction(
            {(name,): worth for name, worth in side.items()},
            outcome_space=space,
            reserved_value=0.0,
        )
        for side in sides
    ]
    outcomes = list(space.enumerate())
    frontier, places = pareto_frontier(values, outcomes=outcomes)
    chosen = nash_points(values, frontier, outcomes=outcomes, **keywords)
    return "".join(sorted(outcomes[places[place]][0] for _, place in chosen))


one = {"l": 1.0, "m": 0.6, "r": 0.4}
other = {"l": 0.4, "m": 0.6, "r": 1.0}
plain = bargain(one, other)
padded = bargain({**one, "w": 0.0}, {**other, "w": 0.0})
ranged = bargain(one, other, ranges=[(0.0, 1.0), (0.0, 1.0)])
print(version("negmas"), "three packages:", plain, "| four:", padded, "| with ranges:", ranged)
sys.exit((plain, padded, ranged) != ("m", "lr", "lr"))
END
"$folder/venv/bin/python" "$folder/bargain.py" 2> "$folder/errors" || {
    cat "$folder/errors"
    echo "negmas does otherwise now"
    exit 1
}
