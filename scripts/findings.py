"""What the checks share: reading the tree, and saying what was found where."""

import pathlib
import sys


class Findings:
    """Collects findings of one check and ends it: 0 when there are none, 1 otherwise."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.lines = []

    def add(self, path, line, rule, words):
        """A finding: `path:line: rule: what to do instead`. Line 0 means the file as a whole."""
        place = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        self.lines.append(f"{place}:{line}: {rule}: {words}")

    def finish(self):
        for line in self.lines:
            print(line)
        sys.exit(1 if self.lines else 0)


def root_argument(usage):
    """The folder to check: the only argument, by default the folder above this one."""
    arguments = sys.argv[1:]
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        sys.exit(usage)
    here = pathlib.Path(__file__).resolve().parent.parent
    return pathlib.Path(arguments[0]).resolve() if arguments else here


def files(root, folders, endings):
    """The files below the named folders whose names end so, in order. Build products are left out."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            hidden = any(part.startswith(".") and part != ".ci" for part in path.relative_to(root).parts)
            if path.is_file() and not hidden and path.name.endswith(endings):
                yield path


def line_of(text, position):
    """The number of the line that a position in a text lies on, from 1."""
    return text.count("\n", 0, position) + 1
