"""Make the site: ``python -m handbook``, or ``make docs``.

Whatever the generator warns of ends it, and so does a page that would load something from
another host when it is read.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from handbook._offline import loads_from_abroad
from handbook._stage import stage

_ROOT = Path(__file__).parents[2]


def main() -> int:
    """Make the site in a folder; return 1 if anything is wrong with it."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--out", type=Path, default=_ROOT / "site", help="the folder of the site")
    asked = words.parse_args()
    source = _ROOT / "build" / "handbook"
    made = stage(source)
    shutil.rmtree(asked.out, ignore_errors=True)
    configuration = [
        "-c",
        str(Path(__file__).with_name("generator")),
        "-d",
        str(source.with_name("doctrees")),
    ]
    strict = ["--fail-on-warning", "--keep-going", "--nitpicky", "--fresh-env", "--quiet"]
    generator = [sys.executable, "-m", "sphinx", "-b", "html", *strict, *configuration]
    finished = subprocess.run([*generator, str(source), str(asked.out)], check=False)  # noqa: S603
    if finished.returncode:
        return 1
    faults = loads_from_abroad(asked.out)
    if faults:
        sys.stderr.write("\n".join(faults) + "\n")
        return 1
    sys.stdout.write(f"{len(made.pages)} pages: open {asked.out / 'index.html'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
