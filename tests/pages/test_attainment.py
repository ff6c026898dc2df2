"""The Goal attainment page: headline, figures, charts, and the drawer behind every figure."""

import json

import pytest

from salesplan.intake import examine
from salesplan.text import LANGUAGES, texts

EVIL = "![x](http://evil.example/a.png)"
SALES = (
    "Date,Order,Rep,Region,Customer,Amount\n"
    "2026-07-01,A1,Ann,East,Acme,1000.25\n"
    f"2026-07-02,A2,Ann,East,{EVIL},500\n"
    f"2026-08-03,A3,{EVIL},West,Bolt,2500\n"
).encode()
TARGETS = f"Rep,2026-07,2026-08,2026-09\nAnn,3000,3000,3000\n{EVIL},9000,9000,9000\n".encode()


@pytest.fixture
def load(director):
    """A director whose database holds some files."""

    def loaded(*files):
        for name, data in files:
            for table in examine(name, data).tables:
                director.store.load(table.parcel)
        return director

    return loaded


@pytest.fixture
def full(load):
    return load(("sales.csv", SALES), ("targets.csv", TARGETS))


def figures(app):
    return {metric.proto.label: (metric.value, metric.delta) for metric in app.metric}


def charts(app):
    return app.get("vega_lite_chart")


def heat_of(app):
    return json.loads(charts(app)[-1].proto.spec)


def press(app, key):
    return next(button for button in app.button if button.key == key).click().run()


def test_shows_six_figures_and_four_charts(full):
    app = full.open()

    assert not app.exception
    assert figures(app)["Actual"] == ("¥4.0K", "No base")
    assert len(figures(app)) == 6
    assert len(charts(app)) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_speaks_one_language_at_a_time(full, language):
    app = full.open(language=language)
    own, other = (
        texts(language)["attainment"],
        texts({"zh": "en", "en": "zh"}[language])["attainment"],
    )

    assert set(figures(app)) == {own[f"card_{name}"] for name in CARDS}
    assert {title.value for title in app.subheader} & set(other.values()) == set()


CARDS = ("actual", "pace", "attainment", "month", "required", "gap")


def test_says_how_far_behind_and_who_explains_it(full):
    app = full.open()

    assert any("behind" in text.value and "Ann" in text.value for text in app.markdown)


@pytest.mark.parametrize("period", ["2026-07", "2026-Q3", "2026-H2", "2026-W27", "2025"])
def test_takes_any_period(full, period):
    app = full.open(period=period)

    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("by", ["region", "rep", "nonsense"])
def test_divides_by_what_the_url_says(full, by):
    app = full.open(by=by)

    chosen = {"nonsense": "region"}.get(by, by)
    assert [choice.value for choice in app.get("button_group") if choice.key == "_by"] == [chosen]


def test_names_of_people_never_become_markup(full, alive):
    app = press(full.open(by="rep"), "open_actual")

    assert alive(full.words()) == []
    assert all(EVIL in frame.value.to_string() for frame in app.dataframe)


def test_works_without_targets_and_says_which_file_to_load(load):
    app = load(("sales.csv", SALES)).open()

    assert not app.exception
    assert figures(app)["Pace"] == ("—", "No target")
    assert any("load a target sheet" in text.value for text in app.markdown)
    assert len(charts(app)) == 2


def test_says_that_a_choice_holds_nothing(full):
    app = full.open(period="2020")

    assert not app.exception
    assert any("neither sales nor targets" in text.value for text in app.markdown)
    assert figures(app) == {}


def test_opens_a_figure_to_rows_that_add_up_to_it(full):
    app = press(full.open(), "open_actual")

    rows = app.dataframe[-1].value
    assert list(rows["customer"]) == ["Bolt", "Acme", EVIL]
    assert any(
        "Actual ¥4,000.25 = the sum of the 3 rows below" in caption.value for caption in app.caption
    )


def test_opens_the_month_that_a_figure_is_of(full):
    app = press(full.open(), "open_month")

    assert any(
        "Actual ¥2,500.00 = the sum of the 1 rows" in caption.value for caption in app.caption
    )


def test_shows_everybody_or_both_ends_of_many(load):
    many = "".join(f"2026-07-01,Rep {n:02},{n + 100}\n" for n in range(40))
    goals = "".join(f"Rep {n:02},200,200\n" for n in range(40))
    director = load(
        ("sales.csv", f"Date,Rep,Amount\n{many}".encode()),
        ("targets.csv", f"Rep,2026-07,2026-08\n{goals}".encode()),
    )

    ends, everyone = (heat_of(type(director)().open(rows=rows)) for rows in ("ends", "all"))

    assert ends["height"] < everyone["height"]


def test_opens_satisfaction_to_its_answers(load):
    survey = "Date,Customer,Rep,Satisfaction score\n" + "".join(
        f"2026-07-{day:02},Acme,Ann,{score}\n" for day, score in enumerate((5, 2, 4, 5), start=1)
    )
    app = load(("sales.csv", SALES), ("survey.csv", survey.encode())).open()

    assert figures(app)["Satisfaction"][0] == "75.0%"

    app = press(app, "open_csat")

    assert any("4 answers, 3 of them satisfied" in caption.value for caption in app.caption)
    assert app.dataframe[-1].value["score"].tolist() == [2, 5, 4, 5]


def test_names_the_filter_in_the_headline(full, alive):
    app = full.open(rep=EVIL)

    assert any("to date" in text.value and "evil" in text.value for text in app.markdown)
    assert alive(full.words()) == []


def test_warns_under_the_headline_of_months_without_a_target(full):
    assert "No target for Oct–Dec 2026" in full.open(period="2026-H2").warning[0].value


def test_warns_of_nothing_in_a_month_with_a_target(full):
    assert not full.open(period="2026-07").warning


def test_says_that_nobody_is_behind(load):
    goals = TARGETS.replace(b"3000", b"300").replace(b"9000", b"900")
    app = load(("sales.csv", SALES), ("targets.csv", goals)).open(as_of="2026-08-03")

    assert any("No member is behind plan" in caption.value for caption in app.caption)


def test_says_how_far_the_data_go_where_another_day_is_chosen(full):
    app = full.open(as_of="2026-07-15")

    assert "As of 15 Jul 2026 (data through 3 Aug 2026)" in app.caption[0].value


def test_says_only_the_last_day_of_the_data_where_it_is_the_chosen_one(full):
    assert full.open().caption[0].value.startswith("Data through 3 Aug 2026 (W32)")


def turn(app, side):
    (switch,) = [one for one in app.get("button_group") if one.key == "drawer_side_click"]
    return switch.set_value(side).run()


def test_opens_a_target_to_the_rows_of_its_file(full):
    app = turn(press(full.open(period="2026-07"), "open_attainment"), "target")

    rows = app.dataframe[-1].value
    assert sorted(rows["member"]) == [EVIL, "Ann"]
    assert sorted(rows["value"]) == [3000, 9000]
    assert "counted" not in rows
    assert any("Target ¥12,000.00 = the sum" in caption.value for caption in app.caption)


def test_shows_what_of_a_target_counts_where_the_period_cuts_it(full):
    app = turn(press(full.open(period="2026-W27"), "open_attainment"), "target")

    rows = app.dataframe[-1].value
    assert list(rows["counted"] < rows["value"]) == [True, True]
    assert any("= the sum of what the 2 rows" in caption.value for caption in app.caption)


def test_opens_a_figure_to_its_sales_again_after_another_was_at_its_targets(full):
    app = turn(press(full.open(), "open_pace"), "target")

    app = press(app, "open_actual")

    assert "customer" in app.dataframe[-1].value


def test_offers_no_targets_where_there_are_none(load):
    app = press(load(("sales.csv", SALES)).open(), "open_actual")

    assert not [one for one in app.get("button_group") if one.key == "drawer_side_click"]


def test_names_the_filter_over_what_a_figure_opens_to(full):
    app = press(full.open(region="West"), "open_actual")

    assert app.get("dialog")[0].proto.dialog.title.startswith("West · ")
