"""What every drawing keeps to: roles instead of colours, one spec per look, words as text."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from salesplan import charts
from salesplan.charts.drawing import ROLES, pixels
from salesplan.settings import Settings
from salesplan.text import speaking
from tests.charts.answers import cells, members, progress

THEME = Path(__file__).parents[2] / ".streamlit" / "config.toml"
EVIL = "![x](http://evil.example/a.png)"


def drawings(name="East", so_far=100):
    """One drawing of each shape."""
    settings = Settings()
    days = progress(first=date(2026, 1, 1), days=365, so_far=so_far)
    whole = members((name, so_far, 200, 150))
    months = cells((name, "2026-07", so_far, 100), (name, "2026-08", None, 100))
    return {
        "cumulative": charts.cumulative(days, settings),
        "gap_strip": charts.gap_strip(days, settings),
        "bullets": charts.bullets(whole, whole, settings),
        "heat": charts.heat(months, whole, settings),
        "months": charts.months(months, settings),
    }


SHAPES = ["cumulative", "gap_strip", "bullets", "heat", "months"]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_has_a_colour_of_the_theme_for_every_role(mode):
    theme = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"][mode]

    assert len(theme["chartCategoricalColors"]) == len(ROLES) == 12
    assert len(theme["chartDivergingColors"]) == 10


@pytest.mark.parametrize("shape", SHAPES)
def test_names_no_colour_of_its_own(shape):
    spec = json.dumps(drawings()[shape].spec)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb\(", spec) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_builds_its_spec_once_for_figures_of_one_size(shape):
    one, other = drawings()[shape], drawings(so_far=101)[shape]

    assert one.spec["layer"] is other.spec["layer"]
    assert one.rows != other.rows


@pytest.mark.parametrize("shape", SHAPES)
def test_keeps_the_readers_data_out_of_the_spec(shape):
    drawing = drawings(EVIL)[shape]

    assert "evil" not in json.dumps(drawing.spec)
    assert isinstance(drawing.rows, pa.Table)


@pytest.mark.parametrize("shape", SHAPES)
def test_has_no_field_that_vega_would_load_or_link(shape):
    fields = {column.lower() for column in drawings()[shape].rows.column_names}

    assert fields & {"image", "url", "href"} == set()
    assert re.findall(r'"(image|url|href)"', json.dumps(drawings()[shape].spec)) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_titles_its_tooltips_in_the_readers_language(shape):
    with speaking("zh"):
        spec = json.dumps(drawings()[shape].spec, ensure_ascii=False)

    titles = re.findall(r'"title": "([^"]+)"', spec)
    assert titles
    assert [title for title in titles if re.search(r"[A-Za-z]", title)] == []


@pytest.mark.parametrize("shape", SHAPES)
def test_has_a_fixed_height_and_says_its_takeaway(shape):
    drawing = drawings()[shape]

    assert drawing.height == drawing.spec["height"] > 0
    assert drawing.alt


def test_measures_words_in_steps_wide_signs_twice():
    assert (pixels(["华东"]), pixels(["East"]), pixels([], least=40)) == (32, 32, 40)
