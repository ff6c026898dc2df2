"""G5: the server's CPU for one change of a filter on the attainment page."""

from pathlib import Path
from statistics import median

from measuring import Line, at_most
from serving import APP, PEERS, Server, Visitor, serving

CHANGES = ("region=East", "region=North&region=West", "period=2025-Q3", "region=South", "")
TURNS = 6
WARM_UP = 2


def lines(folder: Path, rows: int) -> list[Line]:
    """Change the filters of our page and of the same page with Altair objects, in turns."""
    import stock

    database = stock.stocked(folder / "rerun.duckdb", rows)
    other = stock.copied(database)
    with serving(APP, database) as ours, serving(PEERS / "altair_objects.py", other) as peer:
        visitors = {server: Visitor(server.port) for server in (ours, peer)}
        spent: dict[Server, list[float]] = {server: [] for server in visitors}
        for turn in range(TURNS):
            for server, visitor in visitors.items():
                used = a_change(server, visitor)
                spent[server] += [used] if turn >= WARM_UP else []
    mine, others = (median(spent[server]) for server in (ours, peer))
    what = f"CPU a change / Altair objects ({mine * 1000:.0f} ms, {others * 1000:.0f} ms)"
    return [at_most("G5", what, 0.25, mine / others)]


def a_change(server: Server, visitor: Visitor) -> float:
    """Seconds of CPU that the server spends on one change, over all of them."""
    before = server.cpu()
    for query in CHANGES:
        if visitor.ask(query) == 0:
            raise SystemExit(f"the page showed nothing for {query!r}")
    return (server.cpu() - before) / len(CHANGES)
