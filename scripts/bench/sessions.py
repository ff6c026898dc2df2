"""G11: what the server holds with many sessions open, each on the attainment page."""

from pathlib import Path

from measuring import Line, at_most
from serving import APP, Visitor, serving

SESSIONS = 30
REGIONS = ("North", "East", "South", "West")


def lines(folder: Path, rows: int) -> list[Line]:
    """Open the sessions one after the other, look around with each, then weigh the server."""
    import stock

    database = stock.stocked(folder / "sessions.duckdb", rows)
    with serving(APP, database) as server:
        visitors = [Visitor(server.port) for _ in range(SESSIONS)]
        for number, visitor in enumerate(visitors):
            visitor.ask()
            visitor.ask(f"region={REGIONS[number % len(REGIONS)]}")
        held = server.memory()
        for visitor in visitors:
            visitor.leave()
    limit = 250 + 2 * SESSIONS
    return [at_most("G11", f"memory with {SESSIONS} sessions, {rows:,} rows", limit, held, "MiB")]
