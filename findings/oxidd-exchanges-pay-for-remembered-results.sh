#!/bin/sh
# oxidd 0.13.0 takes the longer to exchange two variables the more results it may remember,
# however small the diagrams are.
#
# The second argument of a manager says how many results of steps it remembers. set_var_order
# forgets all of them by going over every place for one, whether anything stands there or not: in
# a small diagram an exchange of two neighbours takes some 5 to 10 microseconds with room for
# 256 results and half a millisecond with room for 65,536, however little was ever remembered.
# Whoever looks for a good order by some thousands of exchanges (sifting, which the library
# leaves to its users) waits for seconds where a hundredth would do, and gets there by doing it in
# a second manager with hardly any room, to which the diagrams are exported and from which they
# are imported. Where the order stays as it was, nothing is gone over. Seen with Python 3.11.
#
# Prints both times and their ratio. Fails if it is under 8, or the exchange is no exchange.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    oxidd==0.13.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }

cat > "$folder/exchange.py" <<'END'
from importlib.metadata import version
from time import process_time

from oxidd.bcdd import BCDDManager

VARIABLES, TIMES = 40, 1_000


def seconds(results, exchange):
    """Give the least of three turns, a change of order each."""
    manager = BCDDManager(1 << 16, results, 1)
    manager.add_vars(VARIABLES)
    members = manager.false()
    for number in range(0, VARIABLES, 2):
        members = members ^ (manager.var(number) & manager.var(number + 1))
    order, turns = list(range(VARIABLES)), []
    for _ in range(3):
        start = process_time()
        for time in range(TIMES):
            if exchange:
                place = time % (VARIABLES - 1)
                order[place], order[place + 1] = order[place + 1], order[place]
            manager.set_var_order(order)
        turns.append((process_time() - start) / TIMES)
        assert [manager.level_to_var(level) for level in range(VARIABLES)] == order
    return min(turns)


few, many = seconds(1 << 8, True), seconds(1 << 16, True)
same = seconds(1 << 16, False)
print(f"oxidd {version('oxidd')}: an exchange with room for 256 results {few * 1e6:.0f}, "
      f"for 65,536 {many * 1e6:.0f} microseconds, {many / few:.0f} times as long; "
      f"the same order again {same * 1e6:.0f}")
raise SystemExit(0 if many > 8 * few and same < many / 8 else 1)
END
"$folder/venv/bin/python" "$folder/exchange.py"
