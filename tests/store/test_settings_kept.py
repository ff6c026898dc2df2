"""Settings are kept with their history, and what they decide follows at once."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from salesplan.errors import BadSetting
from salesplan.settings import Settings
from salesplan.store import Store
from tests.store.parcels import sales


def days(store, columns, where):
    """Columns of some days of the calendar."""
    sql = f"select {columns} from derived.calendar where day in ({where}) order by day"  # noqa: S608 - a test's own words
    return store.rows(sql)


def test_a_new_database_has_the_usual_settings(store):
    assert store.settings == Settings()


def test_settings_are_there_again_after_closing(tmp_path):
    chosen = Settings(country="US", days_off=(date(2026, 7, 1),), ahead=Decimal("1.05"))
    with closing(Store.open(tmp_path / "p.duckdb")) as store:
        store.save_settings(chosen, by="lin")
        assert store.settings == chosen
    with closing(Store.open(tmp_path / "p.duckdb")) as store:
        assert store.settings == chosen


def test_each_change_is_a_row_and_nothing_is_overwritten(store):
    store.save_settings(Settings(country="US"), by="lin")
    store.save_settings(Settings(country="US"), by="lin")
    store.save_settings(Settings(country="DE"), by="wu")

    rows = store.rows("select key, value, set_by from entered.setting order by version")
    assert rows == [("country", "US", "lin"), ("country", "DE", "wu")]


def test_a_change_raises_the_version(store):
    before = store.version
    store.save_settings(Settings(unit="wan"))

    assert store.version == before + 1


def test_a_working_weekend_and_a_holiday_are_known(store):
    # The notice for 2026: 1 to 3 January off, Sunday 4 January worked.
    found = days(store, "working, known", "'2026-01-01', '2026-01-04', '2026-01-05'")

    assert found == [(False, True), (True, True), (True, True)]


def test_a_day_off_is_not_worked(store):
    store.save_settings(Settings(days_off=(date(2026, 7, 1),)))

    assert days(store, "working", "'2026-07-01', '2026-07-02'") == [(False,), (True,)]


def test_the_running_count_of_working_days_counts_each(store):
    wrong = store.rows(
        "select day from (select day, workdays_through, sum(working::int) over (order by day) as n"
        " from derived.calendar) where workdays_through <> n"
    )
    assert wrong == []


def test_quarters_and_years_are_fiscal(store):
    store.save_settings(Settings(fiscal_year_start=4))
    found = days(store, "fiscal_year, quarter", "'2026-03-31', '2026-04-01'")

    assert found == [(2026, date(2026, 1, 1)), (2027, date(2026, 4, 1))]


def test_a_slip_of_the_pen_does_not_stretch_the_calendar(store):
    store.load(sales("Ann 0001-01-01 1", "Ann 9999-12-31 1"))

    assert store.rows("select min(year(day)), max(year(day)) from derived.calendar") == [
        (1950, 2150)
    ]
    assert store.check() == []


def test_settings_that_cannot_be_used_are_refused(store):
    with pytest.raises(BadSetting):
        store.save_settings(replace(Settings(), country="Atlantis"))
    assert store.settings == Settings()
