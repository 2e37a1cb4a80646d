"""``make fuzz``: thousands of broken worlds, each of which must end in problems or in a whole site.

    .venv/bin/python -m bench.fuzz [--seed N] [--start N] [--count N]

It prints the seed and, as it goes, the number to start at again. The tests do the same with 500.
"""

from __future__ import annotations

import argparse
import resource
import secrets
import shutil
import sys
import tempfile
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from tests.conftest import ROOT, TINY
from tests.fuzz.mutations import mutate
from tests.fuzz.outcome import outcome
from tests.fuzz.world import World

PROCESSES = 2
SHARE = 100
REAL_EACH = 10
"""One share in so many breaks the real data: that is slow, as there is much of it."""
REAL_SHARE = 10
MOST_MEMORY = 1_000_000
"""What a process may hold, in kilobytes."""


def share(place: tuple[int, int]) -> tuple[Counter[str], list[str]]:
    """Break a world in some ways; count how it ended, and list what must never happen."""
    seed, start = place
    real = start // SHARE % REAL_EACH == 0
    ends, wrong = Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("data", "content"):
            shutil.copytree((ROOT if real else TINY) / name, root / name)
        world = World(root)
        for number in range(start, start + (REAL_SHARE if real else SHARE)):
            done = mutate(seed, number, world)
            found = outcome(root)
            ends["problems" if found.problems else "site"] += 1
            if found.wrong:
                wrong.append(
                    f"{seed}/{number} ({'real' if real else 'tiny'}): {done}: {found.wrong}"
                )
            world.restore()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if memory > MOST_MEMORY:
        wrong.append(f"{seed}/{start}: a process held {memory / 1000:.0f} MB")
    return ends, wrong


def main() -> int:
    """Break worlds until there were enough; fail if anything went wrong."""
    asked = argparse.ArgumentParser(description="Break the data in many ways.")
    asked.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    asked.add_argument("--start", type=int, default=0, help="the number to go on from")
    asked.add_argument("--count", type=int, default=20_000)
    given = asked.parse_args()
    print(f"Seed {given.seed}, from {given.start}.", flush=True)
    shares = [(given.seed, each) for each in range(given.start, given.start + given.count, SHARE)]
    total, failed = Counter[str](), False
    with Pool(PROCESSES, maxtasksperchild=20) as pool:
        for (_, start), (ends, wrong) in zip(shares, pool.imap(share, shares), strict=True):
            total += ends
            failed |= bool(wrong)
            print(f"{start + SHARE}: {dict(total)}", *wrong, sep="\n  ", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
