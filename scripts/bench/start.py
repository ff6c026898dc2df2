"""G12: from `streamlit run` until the server answers, against a bare hello app."""

from pathlib import Path
from statistics import median

from measuring import Line, at_most
from serving import APP, PEERS, serving

TURNS = 5


def lines(folder: Path, rows: int) -> list[Line]:
    """Measure G12 with an empty database."""
    del rows
    walls: dict[str, list[float]] = {"ours": [], "hello": []}
    for turn in range(TURNS):
        for name, app in {"ours": APP, "hello": PEERS / "hello.py"}.items():
            with serving(app, folder / f"start-{turn}.duckdb") as server:
                walls[name].append(server.wall_to_ready)
    ours, hello = (median(seconds) for seconds in walls.values())
    what = f"start to ready / hello app ({ours:.2f} s, {hello:.2f} s)"
    return [at_most("G12", what, 1.3, ours / hello)]
