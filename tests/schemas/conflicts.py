"""Models that make the program print what the conflicts of the gallery do not."""

from __future__ import annotations

from pathlib import Path

from formats import samples
from satumeja import gallery

GALLERY = {entry.id: str(gallery.path(entry.id)) for entry in gallery.entries()}
SHARE = ("prisoners-dilemma", "gisborne-unknown", "december-2021-b")
"""The conflicts on which the gate runs every command; `slow` runs the others."""

MARKET = """\
satumeja: 1
title: A market
as_of: 2024-01
sources: {wire: {citation: The wire}}
decision_makers:
  buyer:
    options: {pay: , insult: {direction: back}}
    preferences:
      - -seller.leave
      - {statement: send, because: It is short, evidence: [wire#s2]}
      - -pay
    red_lines: [pay & -send]
  seller:
    options: {send: , leave: {direction: forward}}
    preferences: [pay, "leave if insult", -send, "send if pay"]
    red_lines: [send & insult]
  town:
    options: {tax: }
    weights: {tax: 1, leave: -2}
infeasible: [leave & send]
status_quo: NY|NN|N
tables:
  stall: {seats: [buyer, seller], date: 2024-02}
  hall: {seats: [seller, town], date: 2024-03}
  square:
    seats: [buyer, seller, town]
    convenor: town
    agenda: [seller.leave, Order at the stalls]
    until: 2024-05
    papers: [wire]
affected: {guests: Guests, porters: }
"""

GUARDED = """\
satumeja: 1
title: A ceasefire
decision_makers:
  north:
    options: {stop: Stop firing}
    preferences: [observers if north.stop, -blame, south.stop, -north.stop]
  south: {options: {stop: Stop firing}, preferences: [north.stop, -blame, -south.stop]}
  union: {options: {observers: Send observers, blame: Blame both}, preferences: []}
status_quo: {north.stop: N, south.stop: N, observers: N, blame: Y}
tables: {border: {seats: [north, south]}}
"""

LATE = """\
satumeja: 1
title: Too late
as_of: 2024-01
decision_makers:
  x: {options: {a: }, preferences: [b, -a]}
  y: {options: {b: , c: }, preferences: [a, -b]}
  cheering: {preferences: [c]}
  fearing: {preferences: [-a]}
  looking_on: {preferences: []}
status_quo: {a: N, b: N, c: N}
tables: {pair: {seats: [x, y], until: 2024-02}}
"""

SWAP = """\
satumeja: 1
title: A swap
decision_makers:
  a: {options: {x: }, preferences: ["y", "-x"]}
  b: {options: {y: }, preferences: ["x", "y"]}
  c: {options: {z: }, preferences: ["z", "x"]}
status_quo: N|N|N
tables: {pair: {seats: [a, b]}, all: {seats: [a, b, c]}}
"""

# Nobody has anything to give the one who has what it wants: only all together can agree.
RING = """\
satumeja: 1
title: A ring
decision_makers:
  a: {options: {x: }, preferences: [z, -x]}
  b: {options: {y: }, preferences: [x, -y]}
  c: {options: {z: }, preferences: [y, -z]}
status_quo: N|N|N
tables: {ab: {seats: [a, b]}, bc: {seats: [b, c]}}
"""

# What a does b undoes.
UNDONE = """\
satumeja: 1
title: A door
states: [shut, ajar]
decision_makers:
  a: {moves: [[shut, ajar]], ranking: [ajar, shut]}
  b: {moves: [[ajar, shut]], ranking: [shut, ajar]}
status_quo: shut
"""

RUMOUR = """\
satumeja: 1
title: A rumour
decision_makers:
  a:
    options: {arm: }
    preferences: [-b.strike, "arm if b.hide", -arm]
    perceives: {hidden: [b.hide], beliefs: {b: {preferences: [strike, -a.arm]}}}
  b: {options: {hide: , strike: }, preferences: [hide, -strike, arm]}
status_quo: N|NN
"""

# Each errs about the other: what both stay in is expected by one, or by nobody.
ERRS_ALONE = """\
satumeja: 1
title: One is right
decision_makers:
  a: {options: {x: }, preferences: [x], perceives: {beliefs: {b: {preferences: [x]}}}}
  b: {options: {y: }, preferences: [x], perceives: {beliefs: {a: {preferences: [-x]}}}}
"""
ERR_BOTH = """\
satumeja: 1
title: Each thinks the other will give in
decision_makers:
  a: {options: {x: }, preferences: [x], perceives: {beliefs: {b: {preferences: [-y]}}}}
  b: {options: {y: }, preferences: [y], perceives: {beliefs: {a: {preferences: [-x]}}}}
"""

IDLE = """\
satumeja: 1
title: An idle threat
decision_makers:
  a: {options: {x: }, preferences: [-x if y, x], red_lines: [-x & y]}
  b: {options: {y: }, preferences: [y iff -x, y if -x], red_lines: [x]}
status_quo: N|N
tables: {pair: {seats: [a, b]}}
"""

MIXED = """\
satumeja: 1
title: A threat that is a promise too
decision_makers:
  a: {options: {x: }, preferences: [y, -x if z, -z], red_lines: [-x]}
  b: {options: {y: , z: }, preferences: [-x, z if -x], red_lines: [z iff -x]}
status_quo: N|NN
"""

PROMOTED = """\
satumeja: 1
title: A threat that would hold a deal together
decision_makers:
  a: {options: {x: }, preferences: [x if -y, -x iff y, x iff y]}
  b: {options: {y: , z: }, preferences: [y if -x, -x]}
status_quo: N|NN
tables: {pair: {seats: [a, b]}}
"""

# No single change to its statements flips one of its answers; a pair does.
PAIRS = """\
satumeja: 1
title: Twice sure
decision_makers:
  a: {options: {x: }, preferences: [-x if y, x & y], red_lines: [-x if y]}
  b: {options: {y: }, preferences: [-y if x, y & x], red_lines: [y if -x]}
status_quo: N|N
tables: {pair: {seats: [a, b]}}
"""

EASED = """\
satumeja: 1
title: A red line that rules
decision_makers:
  a: {options: {x: }, preferences: [y, -y], red_lines: [x if y]}
  b: {options: {y: }, preferences: [-y if x, y & x, y], red_lines: [-y]}
"""

LINES = """\
satumeja: 1
title: More red lines than are tried
decision_makers:
  a:
    options: {x: , u: , v: }
    preferences: [x]
    red_lines: [x, u, v, x & u, x & v, u & v, x & u & v, x | u, x | v, u | v, x iff u, x iff v,
                u iff v]
  b: {options: {y: }, preferences: [y]}
"""

# From the start on, thousands of states are better for one of two, and sixteen for both.
CROWD = """\
satumeja: 1
title: A crowd
decision_makers:
  a: {options: {a0: , a1: , a2: , a3: , a4: , a5: }, preferences: [b0]}
  b:
    options: {b0: , b1: , b2: , b3: , b4: , b5: }
    preferences: [a0 & a1 & a2 & a3 & b1 & b2 & b3]
  c: {options: {c0: }, preferences: [c0]}
status_quo: NNNNNN|NNNNNN|N
tables: {pair: {seats: [a, b]}}
"""

# Each of the two wants one thing of the other: a thousand packages are as good as any.
ALIKE = """\
satumeja: 1
title: All alike
decision_makers:
  a: {options: {a0: , a1: , a2: , a3: , a4: , a5: }, preferences: [b0]}
  b: {options: {b0: , b1: , b2: , b3: , b4: , b5: }, preferences: [a0]}
status_quo: NNNNNN|NNNNNN
tables: {pair: {seats: [a, b]}}
"""

MAKERS = ("a", "b", "c")


def wide(options: int, *, feasible: int | None = None) -> str:
    """Write a model of three decision makers, with red lines that close the zone of two."""
    held = [f"o{k}" for k in range(options)]
    owned = {dm: held[k::3] for k, dm in enumerate(MAKERS)}
    lines = ["satumeja: 1", f"title: Of {options} options", "decision_makers:"]
    for k, dm in enumerate(MAKERS):
        other, third = owned[MAKERS[(k + 1) % 3]][0], owned[MAKERS[(k + 2) % 3]][0]
        listed = "".join(f"{name}: , " for name in owned[dm])
        lines += [
            f"  {dm}:",
            f"    options: {{{listed}}}",
            f"    preferences: [{other}, -{owned[dm][0]}, {third} iff {owned[dm][1]}]",
            f"    red_lines: [{owned[dm][0]}]",
        ]
    if feasible is not None:
        lines += [f"infeasible: [{' | '.join(held[feasible:])}]"]
    quo = "|".join("N" * len(owned[dm]) for dm in MAKERS)
    lines += [f"status_quo: {quo}", "tables: {ab: {seats: [a, b]}, bc: {seats: [b, c]}}"]
    return "\n".join(lines) + "\n"


TEXTS = {
    "alike": ALIKE,
    "border": samples.BORDER,
    "crowd": CROWD,
    "eased": EASED,
    "err-both": ERR_BOTH,
    "errs-alone": ERRS_ALONE,
    "graph": samples.GRAPH,
    "idle": IDLE,
    "guarded": GUARDED,
    "late": LATE,
    "levels": samples.LEVELS,
    "lines": LINES,
    "market": MARKET,
    "mixed": MIXED,
    "pairs": PAIRS,
    "plant": samples.PLANT,
    "promoted": PROMOTED,
    "ring": RING,
    "ruled": samples.RULED,
    "asked": samples.ASKED,
    "rumour": RUMOUR,
    "shades": samples.SHADES,
    "swap": SWAP,
    "undone": UNDONE,
    # By how much more there is than can be listed: packages, states, paths, the rest.
    "many": wide(11),
    "listed": wide(13),
    "spread": wide(14),
    "large": wide(30),
    "wide": wide(64, feasible=63),
}


def write(folder: Path) -> dict[str, str]:
    """Write these models, and give the path of each and of the conflicts of the gallery."""
    found = dict(GALLERY)
    for name, text in TEXTS.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        found[name] = str(path)
    return found
