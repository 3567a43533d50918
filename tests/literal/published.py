"""Conflicts with known results, typed in as facts, in the native format.

Prisoner's Dilemma and Chicken are textbook games. Cuban missile crisis: Fraser and Hipel,
Conflict Analysis (1984). Elmira: Hipel, Fang, Kilgour and Haight (1993), abandonment as one
state. Syria-Iraq: Hipel, Kilgour and Kinsara (2014). Gisborne: Li, Hipel, Kilgour and Fang
(2004). Garrison: Hipel and Fraser (1980). December 2021 is this project's own model.
"""

from __future__ import annotations

from literal.statespace import Native

PRISONERS_DILEMMA: Native = {
    "decision_makers": {
        "row": {"options": {"defect": {}}, "ranking": [[2], [1], [4], [3]]},
        "col": {"options": {"defect": {}}, "ranking": [[3], [1], [4], [2]]},
    }
}

CHICKEN: Native = {
    "decision_makers": {
        "row": {"options": {"defect": {}}, "ranking": [[2], [1], [3], [4]]},
        "col": {"options": {"defect": {}}, "ranking": [[3], [1], [2], [4]]},
    }
}

SYRIA_IRAQ: Native = {
    "decision_makers": {
        "syria": {
            "options": {"release": {}, "escalate": {}},
            "preferences": ["-1 & -2 & -3", 2, -3, -1],
        },
        "iraq": {"options": {"attack": {}}, "ranking": [[2], [4], [6], [1], [5], [3]]},
    },
    "infeasible": [{"at_most_one": ["release", "escalate"]}],
    "status_quo": 1,
}


def cuban(*, air_strike: str = "both") -> Native:
    """Give the Cuban missile crisis; state number = decimal + 1."""
    us = [4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8]
    ussr = [0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8]
    return {
        "decision_makers": {
            "us": {
                "options": {"strike": {"direction": air_strike}, "blockade": {}},
                "ranking": [[decimal + 1] for decimal in us],
            },
            "ussr": {
                "options": {"withdraw": {}, "escalate": {}},
                "ranking": [[decimal + 1] for decimal in ussr],
            },
        },
        "infeasible": ["withdraw & escalate"],
        "status_quo": "NN|NN",
    }


def _arcs(*arcs: str) -> list[list[str]]:
    """Give the arcs written as "source targets", one digit a state."""
    return [[f"s{source}", f"s{to}"] for source, targets in map(str.split, arcs) for to in targets]


def _ranked(order: str) -> list[list[str]]:
    return [[f"s{digit}"] for digit in order]


ELMIRA: Native = {
    "states": [f"s{number}" for number in range(1, 10)],
    "decision_makers": {
        "moe": {"moves": _arcs("1 2", "3 4", "5 6", "7 8"), "ranking": _ranked("734851269")},
        "uniroyal": {
            "moves": _arcs("1 39", "2 49", "3 9", "4 9", "5 79", "6 89", "7 9", "8 9"),
            "ranking": _ranked("148593726"),
        },
        "lg": {
            "moves": _arcs("1 5", "2 6", "3 7", "4 8", "5 1", "6 2", "7 3", "8 4"),
            "ranking": _ranked("735186429"),
        },
    },
    "status_quo": "s1",
}


def gisborne(province: str) -> Native:
    """Give the Lake Gisborne conflict with an "economic" or an "environmental" province."""
    rankings = {"economic": [3, 7, 4, 8, 1, 5, 2, 6], "environmental": [2, 6, 1, 5, 4, 8, 3, 7]}
    return {
        "decision_makers": {
            "federal": {
                "options": {"ban": {}},
                "ranking": [[s] for s in (2, 6, 4, 8, 1, 5, 3, 7)],
            },
            "provincial": {
                "options": {"lift": {}},
                "ranking": [[s] for s in rankings[province]],
            },
            "support": {
                "options": {"appeal": {}},
                "ranking": [[s] for s in (3, 4, 7, 8, 5, 6, 1, 2)],
            },
        }
    }


GARRISON: Native = {
    "decision_makers": {
        "support": {
            "options": {"full": {}, "reduced": {}, "appease": {}},
            "ranking": [[3], [7], [1, 2], [4], [5, 6]]
            + [[s] for s in (8, 9, 12, 11, 15, 10, 13, 14, 17, 16, 18, 19, 21, 20, 22, 23)],
        },
        "opposition": {
            "options": {"legal": {}},
            "ranking": [[21, 17, 13, 10, 6, 2], [23, 19]]
            + [[s] for s in (15, 11, 8, 4, 22, 18, 14, 7, 3, 20, 16, 12, 9, 5, 1)],
        },
        "canada": {
            "options": {"treaty": {}},
            "ranking": [
                *([23], [20, 21], [19], [16, 17], [11], [9, 10], [15], [12, 13], [2], [4]),
                *([1], [8], [5, 6], [22], [18], [14], [3], [7]),
            ],
        },
        "ijc": {
            "options": {"full": {}, "reduced": {}, "lonetree": {}, "suspend": {}},
            "ranking": [list(range(1, 24))],
        },
    },
    "infeasible": [
        {"at_most_one": [1, 2, 3]},
        {"at_most_one": [6, 7, 8, 9]},
        {"at_least_one": [1, 2, 3]},
        {"at_least_one": [6, 7, 8, 9]},
        *(
            {"pattern": pattern}
            for pattern in (
                "Y--|N|-|----",
                "--Y|Y|-|----",
                "Y--|-|N|N---",
                "-Y-|-|N|--Y-",
                "-Y-|-|N|---Y",
                "--Y|-|N|--Y-",
                "--Y|-|N|---Y",
            )
        ),
    ],
}

RUSSIA = {
    "A": ["5", "-8", "-3", "7", "1 & 4", "2 IFF (5 | 7)", "-6"],
    "B": ["5", "-8", "3 IFF -5", "7", "-6", "1 & 4", "2 IFF (5 | 7)"],
    "B2": ["5", "3 IFF -5", "-8", "7", "-6", "1 & 4", "2 IFF (5 | 7)"],
}


def december_2021(russia: str) -> Native:
    """Give the talks as of 23 December 2021 with Russia of type A, B or B2."""
    return {
        "decision_makers": {
            "russia": {
                "options": {"talk": {}, "pull_back": {}, "attack": {"direction": "forward"}},
                "preferences": RUSSIA[russia],
            },
            "us": {
                "options": {"platform": {}, "guarantee": {}, "consequences": {}},
                "preferences": ["-5", "-3", "6 IF 3", "2", "1 & 4", "-7", "8 IFF 3"],
            },
            "nato": {
                "options": {"roll_back": {}, "arm": {}},
                "preferences": ["-3", "-7", "-5", "1 & 4", "2", "8 IFF 3", "6 IF 3"],
            },
        },
        "infeasible": [
            {"pattern": "-YY|---|--"},
            "talk & attack",
            {"requires": {"if": "guarantee", "then": "platform"}},
            {"at_most_one": ["guarantee", "consequences"]},
            {"requires": {"if": "consequences", "then": "attack"}},
            "roll_back & arm",
        ],
        "status_quo": "YNN|YNN|NN",
    }
