"""A parser trained on trees, held against the clauses: what is taught, drawn and counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from redrawn import Roles, phrase_of
from roles import Judge, main, reading, score
from syntax import drawn, loaded, measured, trained
from trees import Node, trees_in

from satumeja.dossier import Dossier
from satumeja.dossier.clauses import Word
from satumeja.report import Report, parse

TAGGER = "models=1;provide_lemma=0;use_lemma=0;iterations=3"
PARSER = (
    "iterations=20;embedding_form=10;embedding_upostag=5;hidden_layer=20;batch_size=2;l2=0.001"
)


def parsed(tmp_path: Path, *words: str) -> list[Node]:
    """Read a tree whose words are given as number, form, tag, features, head, relation."""
    lines = []
    for word in words:
        number, form, tag, features, head, relation = word.split()
        lines.append("\t".join((number, form, "_", tag, "_", features, head, relation, "_", "_")))
    path = tmp_path / "tree.conllu"
    path.write_text("# text = words\n" + "\n".join(lines) + "\n\n", encoding="utf-8")
    (nodes,) = trees_in(path)
    return nodes


def spelled(nodes: Sequence[Node]) -> str:
    return " ".join(f"{node.form}/{node.head}/{node.relation}" for node in nodes)


AGENTS = [
    ("obl:agent", "PROPN", ""),
    ("obl", "PROPN", ""),
    ("obj", "PROPN", ""),
    ("nmod", "PROPN", "oleh"),
    ("advcl", "PROPN", "oleh"),
]


@pytest.mark.parametrize(("relation", "tag", "preposition"), AGENTS)
def test_who_acts_in_a_passive_is_an_agent_however_a_treebank_calls_it(
    tmp_path: Path, relation: str, tag: str, preposition: str
) -> None:
    words = ["1 Peru PROPN _ 2 nsubj:pass", "2 dituduh VERB Voice=Pass 0 root"]
    if preposition:
        words += [f"3 {preposition} ADP _ 4 case", f"4 Chile {tag} _ 2 {relation}"]
    else:
        words += [f"3 Chile {tag} _ 2 {relation}"]
    assert parsed(tmp_path, *words)[-1].relation == "obl:agent"


@pytest.mark.parametrize(
    ("verb", "features", "relation"),
    [("menuduh", "Voice=Act", "obj"), ("tiba", "_", "obl"), ("terdampar", "Voice=Pass", "obl")],
)
def test_what_stands_bare_behind_another_verb_is_no_agent(
    tmp_path: Path, verb: str, features: str, relation: str
) -> None:
    words = ["1 Peru PROPN _ 2 nsubj", f"2 {verb} VERB {features} 0 root"]
    assert parsed(tmp_path, *words, f"3 Chile PROPN _ 2 {relation}")[-1].relation == relation


def test_an_agent_behind_by_is_one_in_english_too(tmp_path: Path) -> None:
    past = "Tense=Past|VerbForm=Part"
    words = ["1 Peru PROPN _ 3 nsubj:pass", "2 was AUX _ 3 aux:pass", f"3 sued VERB {past} 0 root"]
    nodes = parsed(tmp_path, *words, "4 by ADP _ 5 case", "5 Chile PROPN _ 3 obl")
    assert nodes[-1].relation == "obl:agent"


def test_what_is_said_is_a_clause_of_the_word_of_saying(tmp_path: Path) -> None:
    words = ["1 Peru PROPN _ 2 nsubj", "2 mengatakan VERB _ 0 root"]
    marked = [*words, "3 bahwa SCONJ _ 4 mark", "4 pergi VERB _ 2 advcl"]
    assert parsed(tmp_path, *marked)[-1].relation == "ccomp"
    assert parsed(tmp_path, *words, "3 pergi VERB _ 2 parataxis")[-1].relation == "ccomp"
    purpose = [*words, "3 untuk SCONJ _ 4 mark", "4 pergi VERB _ 2 advcl"]
    assert parsed(tmp_path, *purpose)[-1].relation == "advcl"


def test_an_ending_is_no_word_of_its_own(tmp_path: Path) -> None:
    nodes = parsed(
        tmp_path,
        "1-2 Kapalnya _ _ _ _",
        "1 Kapal NOUN Number=Sing 3 nsubj",
        "2 nya PRON Person=3 1 nmod:poss",
        "3 tiba VERB _ 0 root",
        "4-5 katanya _ _ _ _",
        "4 kata VERB _ 3 parataxis",
        "5 nya PRON _ 4 nsubj",
    )
    assert spelled(nodes) == "Kapalnya/2/nsubj tiba/0/root katanya/2/parataxis"


def test_english_words_are_parted_as_the_reader_parts_them(tmp_path: Path) -> None:
    nodes = parsed(
        tmp_path,
        "1 They PRON _ 4 nsubj",
        "2-3 don’t _ _ _ _",
        "2 do AUX _ 4 aux",
        "3 n’t PART _ 4 advmod",
        "4 agree VERB _ 0 root",
        "4.1 agree VERB _ _ _",
    )
    assert spelled(nodes) == "They/4/nsubj do/4/aux n't/4/advmod agree/0/root"


def test_a_word_longer_than_the_trainer_takes_is_cut(tmp_path: Path) -> None:
    assert len(parsed(tmp_path, f"1 {'x' * 300} X _ 0 root")[0].form) == 60


def taught() -> list[list[Node]]:
    """Give trees of three words, whose first is the subject and whose last is the object."""
    return [
        [
            Node(subject, "PROPN", "_", 2, "nsubj"),
            Node(verb, "VERB", "_", 0, "root"),
            Node(item, "NOUN", "_", 2, "obj"),
        ]
        for subject in ("Peru", "Chile", "Malta", "Ghana")
        for verb in ("sold", "left", "mined", "built")
        for item in ("ships", "ports", "roads")
    ]


def test_a_parser_is_the_same_bytes_twice_and_draws_what_it_was_taught(tmp_path: Path) -> None:
    model = trained(taught(), TAGGER, PARSER)
    assert trained(taught(), TAGGER, PARSER) == model
    (tmp_path / "xx.udpipe").write_bytes(model)
    parser = loaded(tmp_path / "xx.udpipe")
    assert drawn(parser, ["Malta", "sold", "roads"]) == [
        ("PROPN", 2, "nsubj"),
        ("VERB", 0, "root"),
        ("NOUN", 2, "obj"),
    ]
    assert drawn(parser, []) == []
    counts = measured(parser, taught())
    assert counts["scored"] == counts["attached"] == counts["labelled"] == 3 * len(taught())
    assert counts["obj wanted"] == counts["obj given"] == counts["obj right"] == len(taught())


def test_wrong_words_are_counted_as_wrong(tmp_path: Path) -> None:
    (tmp_path / "xx.udpipe").write_bytes(trained(taught(), TAGGER, PARSER))
    parser = loaded(tmp_path / "xx.udpipe")
    turned = [
        Node("Malta", "NOUN", "_", 2, "obj"),
        Node("sold", "VERB", "_", 3, "acl"),
        Node("roads", "NOUN", "_", 0, "root"),
    ]
    counts = measured(parser, [turned])
    assert (counts["scored"], counts["attached"], counts["labelled"]) == (3, 1, 0)


def test_what_is_no_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "en.udpipe").write_bytes(b"words")
    with pytest.raises(SystemExit, match=r"en\.udpipe: no model of udpipe"):
        loaded(tmp_path / "en.udpipe")


def roles(text: str, heads: str, *, prefixed: bool = False) -> Roles:
    """Make a tree of words given as "form" and of heads given as "head-relation-tag"."""
    words = [Word(0, 0, form, "noun") for form in text.split()]
    cells = [cell.split("-") for cell in heads.split()]
    return Roles(words, [(tag, int(head), relation) for head, relation, tag in cells], prefixed)


def test_a_shared_subject_and_one_told_of_are_subjects() -> None:
    shared = roles("peru left and sold ships", "2-nsubj-N 0-root-VERB 4-cc-C 2-conj-VERB 4-obj-N")
    assert (shared.subject(3), shared.aim(3)) == (0, 4)
    relative = roles("ships that sank", "0-root-NOUN 3-nsubj-PRON 1-acl:relcl-VERB")
    assert relative.subject(2) == 0
    urged = roles("peru urged chile to go", "2-nsubj-N 0-root-VERB 2-obj-N 5-mark-P 2-xcomp-VERB")
    assert (urged.doer(1), urged.aim(1), urged.doer(4)) == (0, 2, 2)


def test_in_a_passive_the_agent_acts_on_the_subject() -> None:
    plain = roles("peru dituduh chile", "2-nsubj:pass-N 0-root-VERB 2-obl:agent-N", prefixed=True)
    assert (plain.doer(1), plain.aim(1)) == (2, 0)
    left = roles("peru dituduh", "2-nsubj:pass-N 0-root-VERB", prefixed=True)
    assert left.doer(1) is None


def test_a_phrase_has_its_apposition_only_where_it_is_wide() -> None:
    tree = roles(
        "the port , malta , shut", "2-det-D 6-nsubj-N 4-punct-P 2-appos-N 4-punct-P 0-r-V"
    )
    assert (phrase_of(tree, 1).first, phrase_of(tree, 1).last) == (0, 1)
    assert phrase_of(tree, 1, wide=True).last == 4


TEXT = "Canal talks\n\n7 May 2024\n\nLIMA - Peru accused Chile of lying about the canal.\n"
RIGHT = {"accused": (0, "root"), "Peru": (-1, "nsubj"), "Chile": (-1, "obj")}
SWAPPED = {"accused": (0, "root"), "Peru": (-1, "obj"), "Chile": (-1, "nsubj")}
CASE = {
    "acts": [{"kind": "accuse", "actor": "Peru", "target": "Chile"}],
    "statements": [],
    "forbid": [{"kind": "accuse", "actor": "Chile", "target": "*"}],
}


def draw_as(monkeypatch: pytest.MonkeyPatch, shape: dict[str, tuple[int, str]]) -> None:
    """Have the parser draw one sentence in one shape, and no other word as anything."""

    def draw(_: object, forms: Sequence[str]) -> list[tuple[str, int, str]]:
        verb = list(forms).index("accused") + 1 if "accused" in forms else 0
        drawings = (shape.get(form, (-1, "dep")) for form in forms)
        tags = ("VERB" if form == "accused" else "NOUN" for form in forms)
        return [
            (tag, verb if head else 0, relation)
            for tag, (head, relation) in zip(tags, drawings, strict=True)
        ]

    monkeypatch.setattr("redrawn.drawn", draw)


def read_as(
    monkeypatch: pytest.MonkeyPatch, way: str, shape: dict[str, tuple[int, str]]
) -> Dossier:
    """Read the report in one way, with a parser that draws it so."""
    draw_as(monkeypatch, shape)
    return reading(way, {"en": object()})(parse(TEXT, "t.txt"))


@pytest.mark.parametrize(
    ("way", "shape", "acts"),
    [
        ("clauses", SWAPPED, [("peru", "chile", False)]),
        ("judged", RIGHT, [("peru", "chile", False)]),
        ("judged", SWAPPED, [("peru", "chile", True)]),
        ("added", SWAPPED, [("peru", "chile", False)]),
        ("tree", RIGHT, [("peru", "chile", False)]),
        ("tree", SWAPPED, [("chile", "peru", False)]),
    ],
)
def test_each_way_of_reading(
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    shape: dict[str, tuple[int, str]],
    acts: list[tuple[str, str, bool]],
) -> None:
    dossier = read_as(monkeypatch, way, shape)
    assert [(act.actor, act.target, act.doubtful) for act in dossier.acts] == acts


def test_what_a_case_forbids_is_counted_as_the_wrong_way(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = score(CASE, read_as(monkeypatch, "clauses", RIGHT))
    assert +counts == {"acts": 1, "found": 1, "firm": 1, "borne out": 1}
    counts = score(CASE, read_as(monkeypatch, "tree", SWAPPED))
    assert +counts == {"acts": 1, "firm": 1, "wrong": 1, "wrong firm": 1}


def test_a_tree_that_names_nobody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = read_as(monkeypatch, "clauses", {})
    report: Report = dossier.report
    judge = Judge(report, None)
    (statement,) = dossier.statements
    read_as(monkeypatch, "clauses", {"accused": (0, "root")})
    assert judge.verdict(dossier.acts[0], statement) == "nobody"
    assert judge.verdict_of_clause(dossier.acts[0], statement) == "same"


def test_all_ways_are_printed_and_a_text_that_is_no_report_counts_as_not_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [{"id": "a", "text": TEXT, **CASE}, {"id": "b", "text": "Salt.", **CASE}]
    (tmp_path / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    draw_as(monkeypatch, SWAPPED)
    monkeypatch.setattr("roles.loaded", lambda path: path)
    monkeypatch.setattr("sys.argv", ["roles.py", str(tmp_path), str(tmp_path / "cases.json")])
    assert main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "clauses  firm acts borne out 1 of 1; acts found 1 of 2; wrong way 0, of them firm 0",
        "judged   firm acts borne out 0 of 0; acts found 1 of 2; wrong way 0, of them firm 0",
        "added    firm acts borne out 1 of 1; acts found 1 of 2; wrong way 0, of them firm 0",
        "tree     firm acts borne out 0 of 1; acts found 0 of 2; wrong way 1, of them firm 1",
        (
            "firm acts right, by the doer of the tree: "
            "same 0 of 0; another 1 of 1; nobody 0 of 0; no clause 0 of 0"
        ),
        (
            "doubtful acts right, by the doer of the tree: "
            "same 0 of 0; another 0 of 0; nobody 0 of 0; no clause 0 of 0"
        ),
        (
            "firm acts right, by the doer of the clause: "
            "same 1 of 1; another 0 of 0; nobody 0 of 0; no clause 0 of 0"
        ),
        (
            "doubtful acts right, by the doer of the clause: "
            "same 0 of 0; another 0 of 0; nobody 0 of 0; no clause 0 of 0"
        ),
        "acts the wrong way, by the doer of the tree: same 0; another 0; nobody 0; no clause 0",
        "acts the wrong way, by the doer of the clause: same 0; another 0; nobody 0; no clause 0",
    ]
