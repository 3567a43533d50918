"""Small sound models to break, and the faults that a text gives."""

from __future__ import annotations

import pytest

from satumeja.errors import ModelError
from satumeja.formats import loads

STATEMENTS = """\
    preferences:
      - -us.arm
      - {statement: "attack iff -offer", because: It was said, evidence: [wire#s3]}
      - -attack
"""

BORDER = f"""\
satumeja: 1
title: {{en: A border, id: Perbatasan}}
as_of: 2021-12-23
languages: [en, id]
sources:
  wire: {{report: wire.txt, dossier: wire.json}}
decision_makers:
  russia:
    options:
      talk: {{name: Sit at the table, evidence: [wire#s1]}}
      attack: {{direction: forward, because: It was threatened}}
{STATEMENTS}    red_lines: [arm]
  us:
    options: {{offer: Offer a pact, arm: }}
    weights: {{arm: -1.5, attack: -3}}
infeasible:
  - attack & talk
  - at_most_one: [offer, arm]
status_quo: "NN|NY"
tables:
  geneva: {{seats: [russia, us], date: 2022-01}}
"""

GRAPH = """\
satumeja: 1
title: A pond
states: [clean, {id: dirty, name: {en: Dirty, id: Kotor}}, dead]
decision_makers:
  mill:
    moves: [[clean, dirty], [dirty, clean]]
    ranking: [dirty, [clean, dead]]
  pond:
    moves: [[dirty, dead]]
    ranking: [[1], [2, 3]]
status_quo: dirty
"""

SHADES = """\
satumeja: 1
title: A quarrel
sources: {wire: {citation: The wire}}
decision_makers:
  row:
    options: {dare: , wait: }
    preferences:
      - {statement: -row.dare | -col.dare, greatly: yes, evidence: [wire]}
      - [wait, {statement: -col.dare, because: It fears so}]
      - {statement: row.dare, unknown: yes, chance: 0.7}
      - {statement: col.dare, degree: 1/3}
    adjust:
      - {state: "YY|N", above: "NN|N", because: A hunch, evidence: [wire#s1]}
      - {state: "NY|Y", level_with: "NN|Y"}
    shares: [col.dare]
    perceives:
      hidden: [col.dare]
      beliefs: {col: {weights: {col.dare: -1}, adjust: [{state: NN|Y, above: NN|N}]}}
      because: A rumour
    unseen: [{statement: "-Y|Y", because: Fog, evidence: [wire]}, wait & col.dare]
    unknown: [["Y-|-", "N-|-"], {pair: [1, 3], because: Who knows}]
    attitudes: {col: negative, row: positive}
  col:
    options: {dare: }
    ranking: NN|Y > 1 = 3 = 2 >> YN|Y = 7 > 4
    much_better: [[1, 4]]
    degrees: [[1, "--|Y", 0.6], [2, 3, 0]]
    chances: [["--|Y", "--|N", 1/4]]
    threshold: 0.3
infeasible: [{pattern: "YY|Y", type: logical}]
irreversible: [{from: wait, to: "N-|Y", by: [row], because: Too late}]
coalitions: [[row, col], [col]]
status_quo: NN|N
"""

PLANT = """\
satumeja: 1
title: The plant
decision_makers:
  ministry:
    options: {modify: {direction: forward}}
    preferences: [-abandon, "accept if -abandon", -modify | abandon]
  company:
    options: {delay: {direction: back}, accept: , abandon: {direction: forward}}
    preferences: ["delay & -modify", "accept & modify", -abandon]
    red_lines: ["accept & -modify"]
  town:
    options: {insist: }
    preferences: [-abandon, "insist | abandon"]
infeasible: [{exactly_one: [delay, accept, abandon]}]
coalesce: [{when: abandon, because: Nothing else matters once it is gone}]
status_quo: N|YNN|N
"""

RULED = """\
satumeja: 1
title: {en: A ford, id: Arungan}
description: Two villages and a ford
as_of: 2024
sources:
  survey: {title: A survey, citation: "Water Board (2023).", url: https://example.org/flows}
decision_makers:
  north:
    name: North
    options: {wade: {direction: back}, build: , fence: {direction: forward}}
    ranking: [["NYY|-"], "YNN|N", 2]
  south:
    options: {toll: }
    weights: {build: 1, north.wade: 1/2}
    adjust: [{state: "NYY|-", below: "YNN|N"}]
    because: It lives there
infeasible:
  - {condition: build & wade, type: preferential, because: Why wade, evidence: [survey]}
  - at_least_one: [wade, build, fence]
  - exactly_one: [wade, fence]
  - requires: {if: toll, then: build | wade}
  - pattern: "YNN|Y"
coalesce: [fence & build, {when: "YN-|N", because: Nobody looks, evidence: [survey]}]
coalitions: [[north], [north, south]]
status_quo: {wade: Y, build: N, fence: N, toll: N}
tables:
  bank:
    {name: The bank, seats: [north, south], date: 2024-05, until: 2024-06, convenor: The mayor,
     agenda: [north.build, Anything else], papers: [survey], because: It is near}
affected: {fishers: {name: The fishers, because: They live off it, evidence: [survey]}}
readings: [other.yaml]
"""

LEVELS = """\
satumeja: 1
title: Sanctions in steps
decision_makers:
  us:
    options:
      punish:
        name: {en: Sanctions, id: Sanksi}
        levels: {none: {en: none, id: tidak}, low: {en: low, id: rendah},
                 high: {en: high, id: tinggi}, full: {en: full, id: penuh}}
      talk:
    preferences: [punish >= high if attack, punish = none if -attack, -(punish = full)]
  russia:
    options: {attack: {direction: forward}}
    weights: {us.punish_full: -3, attack: 1, punish: -1}
status_quo: {punish: low, talk: Y, attack: N}
infeasible: [punish = full & talk]
"""


def faults_of(text: str, name: str = "m.yaml") -> list[str]:
    """Load a text that must fail, and give its faults without the name of the file."""
    with pytest.raises(ModelError) as caught:
        loads(text, name)
    assert all(fault.file == name for fault in caught.value.faults)
    return [line.removeprefix(f"{name}:").strip() for line in str(caught.value).split("\n")]


def changed(text: str, old: str, new: str) -> str:
    """Replace one piece of a sample, which must be there exactly once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


SEATED = BORDER.replace(
    "  geneva: {seats: [russia, us], date: 2022-01}\n",
    """\
  geneva:
    seats: [russia, us]
    date: 2022-01
    until: 2022-03
    convenor: {en: Oman, id: Oman}
    agenda: [us.offer, {en: Prisoners, id: Tahanan}]
    papers: [wire]
affected:
  ukraine: {name: {en: Ukraine, id: Ukraina}, because: It is spoken about, evidence: [wire#s1]}
  georgia:
""",
)

ASKED = """\
satumeja: 1
title: {en: A ford, id: Arungan}
question: {en: Would it last?, id: Akankah bertahan?}
reading: {en: The poor year, id: Tahun paceklik}
as_of: 2024-02
names: labels
languages: [en, id]
sources:
  daily: {citation: Suara Arungan}
  wire: {citation: The wire}
decision_makers:
  north:
    options: {wade: , build: }
    preferences:
      - statement: build
        name: {en: have a bridge, id: memiliki jembatan}
        inferred: yes
        because: The elders speak of little else
        evidence:
          - daily
          - reference: "daily#p 3"
            gloss: {en: We are tired of wet feet.}
            by: A. Reader
            parallel: "wire#p 1"
        order: {because: They say so in this order, evidence: ["daily#p 3"]}
      - -wade
  south:
    options: {toll: }
    preferences: [toll, {statement: build, inferred: no}]
    red_lines: [{statement: toll & build, name: {en: pay twice, id: membayar dua kali}}]
status_quo: YN|N
deadlines:
  rains: {name: {en: The rains set in, id: Musim hujan tiba}, date: 2024-10, evidence: [daily]}
  "2025": {date: 2025}
"""
