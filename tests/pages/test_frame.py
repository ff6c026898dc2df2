"""The frame: language, menu, filters, and all of it in the URL."""

import pytest

from salesplan.text import LANGUAGES

SALES = (
    b"Date,Rep,Region,Product,Amount\n"
    b"2025-02-03,Ann,East,Pump,700\n"
    b"2026-07-01,Ann,East,Pump,1000\n"
    b"2026-08-03,Bob,West,Valve,2500\n"
)


@pytest.fixture
def filled(director):
    """A director with three sales."""
    director.open("import")
    director.drop(("sales.csv", SALES))
    director.click("Load 3 rows")
    return type(director)()


def labels(app):
    """The words on the buttons of the filters."""
    return [one.proto.popover.label for one in app.main.get("popover")]


def test_the_browser_decides_the_language_of_a_first_visit(director):
    assert director.open("settings", language="zh").title[0].value == "设置"


def test_the_url_decides_over_the_browser(director):
    assert director.open("settings", language="zh", lang="en").title[0].value == "Settings"


def test_the_switch_speaks_at_once_and_writes_the_url(director):
    app = director.open("settings", language="zh")
    app.segmented_control(key="_lang").set_value("en").run()

    assert app.title[0].value == "Settings"
    assert app.query_params["lang"] == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_database_gets_an_invitation(director, language):
    app = director.open(language=language)

    assert not app.exception
    assert [button.key for button in app.button] == ["load_sample", "own_files"]


def test_without_a_choice_it_is_the_year_and_the_day_of_the_last_results(filled):
    app = filled.open()

    assert not app.exception
    assert labels(app) == [
        "2026 · to 3 Aug 2026",
        "Filters",
    ]
    assert not app.query_params


def test_a_link_reproduces_the_view(filled):
    app = filled.open(period="2026-Q3", as_of="2026-07-15", region=["East"], lang="zh")

    assert not app.exception
    assert labels(app) == [
        "2026 年 3 季度 · 截至 2026-07-15",
        "筛选 · 1 项",
    ]
    assert app.pills(key="_region").value == ["East"]


def test_a_choice_is_written_into_the_url(filled):
    app = filled.open()
    app.pills(key="_period_part").set_value("2026-Q2").run()
    app.pills(key="_region").set_value(["West"]).run()

    assert app.query_params["period"] == "2026-Q2"
    assert app.query_params["region"] == "West"


@pytest.mark.parametrize(
    ("language", "half", "label"), [("zh", "上半年", "2026 年 上半年"), ("en", "H1", "H1 2026")]
)
def test_a_half_year_can_be_chosen_and_is_named(filled, language, half, label):
    app = filled.open(language=language)
    assert half in app.pills(key="_period_part").options
    app.pills(key="_period_part").set_value("2026-H1").run()

    assert app.query_params["period"] == "2026-H1"
    assert labels(app)[0].split(" · ")[0] == label


def test_a_choice_survives_a_change_of_page(filled):
    filled.open(region=["East"])
    filled.turn_to("settings")
    app = filled.turn_to("attainment")

    assert app.pills(key="_region").value == ["East"]
    assert app.query_params["region"] == "East"


@pytest.mark.parametrize("period", ["2026-Q9", "soon", "../../etc", "'; drop table x"])
def test_a_period_that_cannot_be_read_is_the_usual_one(filled, period):
    app = filled.open(period=period, as_of="never", region=["Nowhere"])

    assert not app.exception
    assert labels(app)[0] == "2026 · to 3 Aug 2026"


@pytest.mark.parametrize("period", ["0001", "9999", "9999-12", "0001-01-01..9999-12-31", "2026"])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1989-12-31", "2201-01-01"])
def test_a_day_or_a_period_far_outside_is_the_usual_one(filled, period, day):
    app = filled.open(period=period, as_of=day)

    assert not app.exception
    assert not app.error
    assert labels(app)[0] == "2026 · to 3 Aug 2026"
    assert len(app.metric) == 6
