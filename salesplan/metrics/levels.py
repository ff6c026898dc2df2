"""At which level targets are read: the finest that the grouping and the filters ask for."""

from salesplan.scope import DIMENSIONS, SEPARATOR, Scope

# From the whole down; a target above speaks for those below it.
CHAIN = ("company", "region", "team", "rep")
# These stand beside the chain: a target for a product says nothing about a rep.
ALONE = frozenset({"product", "channel"})


def level(scope: Scope, by: str | None) -> str | None:
    """Name the level whose targets answer; None where no target can."""
    asked = {name for name in DIMENSIONS if scope.chosen(name) or name == by}
    if asked & ALONE:
        return asked.pop() if len(asked) == 1 else None
    return max(asked | {CHAIN[0]}, key=CHAIN.index)


def levels(asked: str | None) -> str:
    """Join a level and those below it into one parameter; no level where none was asked."""
    below = CHAIN[CHAIN.index(asked) :] if asked in CHAIN else (asked or "",)
    return SEPARATOR.join(["", *below, ""])
