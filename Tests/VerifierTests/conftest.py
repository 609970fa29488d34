"""What the tests of the verifier start from: the verifier itself, and the shared vectors where they are at hand."""

import json
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("AFTERBELL_SHARED", ROOT / "../shared"))
sys.path[:0] = [str(ROOT / "scripts"), str(Path(__file__).parent)]


@pytest.fixture(scope="session")
def vectors():
    """Reads a file of the shared vectors, or skips the test."""

    def read(name):
        path = SHARED / "vectors" / name
        if not path.exists():
            pytest.skip(f"{path} is not here: set AFTERBELL_SHARED to the folder with the shared vectors")
        return json.loads(path.read_text(encoding="utf-8"))

    return read
