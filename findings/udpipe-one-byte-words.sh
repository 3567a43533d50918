#!/bin/sh
# ufal.udpipe trains no tagger on a treebank that has one long word, and does not say which.
#
# A word of a CoNLL-U file may be as long as it likes; web text has addresses of several hundred
# letters, the English Web Treebank (EWT) among it. With one such word in a thousand sentences
# ufal.udpipe 1.4.0.1 (from PyPI) gives no model but "Should encode value 256 in one byte!": the
# word with its closing zero has to fit in 255 bytes, which is said nowhere, and neither the word
# nor its sentence is named. Whoever cuts long words first trains without a fault. Seen with
# Python 3.11.
#
# Prints what comes of words of 254 and of 255 letters. Fails if either is otherwise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ufal.udpipe==1.4.0.1 \
    2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 2; }

cat > "$folder/train.py" <<'END'
import sys

from ufal.udpipe import InputFormat, ProcessingError, Sentence, Sentences, Trainer

ROW = "{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t_\n"


def trained(letters):
    """Train a tagger on ten sentences, one word of which has so many letters."""
    page = "example.org/" + "a" * (letters - 12)
    see = ROW.format(1, "See", "see", "VERB", 0, "root") + ROW.format(2, page, page, "X", 1, "obj")
    sink = ROW.format(1, "Boats", "boat", "NOUN", 2, "nsubj")
    sink += ROW.format(2, "sank", "sink", "VERB", 0, "root")
    source = InputFormat.newConlluInputFormat()
    source.setText((see + "\n" + sink + "\n") * 5)
    sentences, sentence, fault = Sentences(), Sentence(), ProcessingError()
    while source.nextSentence(sentence, fault):
        sentences.append(sentence)
        sentence = Sentence()
    assert not fault.occurred(), fault.message
    none = Trainer.NONE
    model = Trainer.train(
        "morphodita_parsito", sentences, Sentences(), none, "iterations=1", none, fault
    )
    return fault.message if fault.occurred() else f"a model ({len(model) > 0})"


results = [trained(254), trained(255)]
for letters, result in zip((254, 255), results):
    print(f"a word of {letters} letters: {result}")
sys.exit(results != ["a model (True)", "Should encode value 256 in one byte!"])
END

"$folder/venv/bin/python" "$folder/train.py" 2> "$folder/train.log" || {
    echo "ufal.udpipe 1.4.0.1 does otherwise now"
    exit 1
}
