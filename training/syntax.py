"""Train a small tagger and parser of a language from dependency trees, and measure it.

Usage: ``python training/syntax.py FOLDER OUT [--language L] [--check]``. FOLDER holds the CoNLL-U
files that ``PARTS`` names; it lies outside of the project, and so does OUT, where ``L.udpipe`` is
written. ``training/roles.py`` asks what such a parser is worth beside the reader's own grammar.
With ``--check`` a second training has to give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from trees import Node, conllu, trees_in
from ufal.udpipe import InputFormat, Model, ProcessingError, Sentence, Sentences, Trainer

__all__ = ["Tree", "drawn", "loaded", "measured", "trained"]

# Trained on, and measured on: no sentence is in both.
PARTS = {
    "id": (
        ("id_gsd-ud-dev", "id_csui-ud-train", "id_pud-ud-test"),
        ("id_csui-ud-test", "id_gsd-ud-test"),
    ),
    "en": (("en_ewt-ud-dev", "en_pud-ud-test"), ("en_ewt-ud-test",)),
}
TAGGER = "models=1;provide_lemma=0;use_lemma=0;guesser_suffix_rules=4;iterations=6"
PARSER = (
    "iterations=8;embedding_form=30;embedding_upostag=20;embedding_feats=10;embedding_deprel=20;"
    "hidden_layer=100;learning_rate=0.02;learning_rate_final=0.001;l2=0.5;"
    "transition_system=projective;transition_oracle=dynamic"
)
BEAM = "beam_search=2"
SHOWN = ("nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp", "acl:relcl", "conj")

Tree = Sequence[tuple[str, int, str]]
"""Of each word its part of speech, the number of its head (0 for none), and its relation."""


def trained(trees: Iterable[Sequence[Node]], tagger: str = TAGGER, parser: str = PARSER) -> bytes:
    """Train a tagger and a parser; the same trees and settings give the same bytes."""
    fault = ProcessingError()
    model: bytes = Trainer.train(
        *("morphodita_parsito", _sentences(trees), Sentences()),
        *(Trainer.NONE, tagger, parser, fault),
    )
    if fault.occurred():
        raise ValueError(fault.message)
    return model


def _sentences(trees: Iterable[Sequence[Node]]) -> Sentences:
    """Give trees as what the trainer takes."""
    source = InputFormat.newConlluInputFormat()
    source.setText(conllu(list(trees)))
    sentences, sentence, fault = Sentences(), Sentence(), ProcessingError()
    while source.nextSentence(sentence, fault):
        sentences.append(sentence)
        sentence = Sentence()
    if fault.occurred():
        raise ValueError(fault.message)
    return sentences


def loaded(path: Path) -> Model:
    """Load what was trained."""
    model = Model.load(str(path))
    if model is None:
        raise SystemExit(f"{path}: no model of udpipe; training/syntax.py makes one")
    return model


def drawn(model: Model, forms: Sequence[str]) -> Tree:
    """Draw the tree of a sentence of some words."""
    sentence, fault = Sentence(), ProcessingError()
    for form in forms:
        sentence.addWord(form)
    if forms:
        model.tag(sentence, Model.DEFAULT, fault)
        model.parse(sentence, BEAM, fault)
    if fault.occurred():
        raise ValueError(fault.message)
    words = [sentence.words[number] for number in range(1, len(forms) + 1)]
    return [(word.upostag, word.head, word.deprel) for word in words]


def measured(model: Model, trees: Sequence[Sequence[Node]]) -> Counter[str]:
    """Count the words whose head and relation are right, punctuation apart, and the time."""
    counts: Counter[str] = Counter()
    for tree in trees:
        before = time.process_time()
        found = drawn(model, [node.form for node in tree])
        counts["microseconds"] += round((time.process_time() - before) * 1e6)
        counts["characters"] += sum(len(node.form) + 1 for node in tree)
        for node, (tag, head, relation) in zip(tree, found, strict=True):
            counts.update({"words": 1, "tags": tag == node.tag})
            if node.tag == "PUNCT":
                continue
            attached = head == node.head
            right = attached and relation == node.relation
            counts.update({"scored": 1, "attached": attached, "labelled": right})
            counts.update({f"{node.relation} wanted": 1, f"{relation} given": 1})
            counts[f"{node.relation} right"] += right
    return counts


def _lines(name: str, counts: Counter[str]) -> Iterable[str]:
    """Spell what was counted."""
    scored = counts["scored"]
    speed = counts["microseconds"] / 1e3 / counts["characters"] * 5000
    yield (
        f"{name}: {scored} words, heads {counts['attached'] / scored:.3f}, with relations "
        f"{counts['labelled'] / scored:.3f}, tags {counts['tags'] / counts['words']:.3f}, "
        f"{speed:.0f} ms for 5,000 characters"
    )
    for relation in SHOWN:
        right, wanted = counts[f"{relation} right"], counts[f"{relation} wanted"]
        given = max(counts[f"{relation} given"], 1)
        yield f"  {relation:10} precision {right / given:.2f}, recall {right / wanted:.2f}"


def _file(folder: Path, name: str) -> Path:
    """Give where a part of a treebank lies."""
    return folder / f"{name}.conllu"


def main() -> int:
    """Train, write and measure."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--language", choices=sorted(PARTS), action="append")
    options.add_argument("--check", action="store_true", help="train twice and compare")
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)  # known to be there before an hour is spent
    for language in chosen.language or sorted(PARTS):
        taught, held = PARTS[language]
        missing = [name for name in (*taught, *held) if not _file(chosen.folder, name).is_file()]
        if missing:
            raise SystemExit(f"{chosen.folder}: holds no {missing[0]}.conllu")
        trees = [tree for name in taught for tree in trees_in(_file(chosen.folder, name))]
        model = trained(trees)
        path = chosen.out / f"{language}.udpipe"
        path.write_bytes(model)
        digest = hashlib.sha256(model).hexdigest()
        print(f"{path}: {len(trees)} trees, {len(model) // 1024} KiB, sha256 {digest[:16]}")
        if chosen.check and trained(trees) != model:
            print(f"{language}: a second training gives other bytes")
            return 1
        for name in held:
            parts = list(trees_in(_file(chosen.folder, name)))
            print(*_lines(name, measured(loaded(path), parts)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
