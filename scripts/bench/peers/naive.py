"""The same page as most would write it: pandas in st.cache_data, Altair objects, defaults."""

import os

import altair as alt
import pandas as pd
import streamlit as st

A_MONTH = 1_000_000
CARDS = ("Actual", "Pace", "Attainment", "This month", "Needed per day", "Satisfaction")


@st.cache_data
def sales() -> pd.DataFrame:
    """All the sales."""
    return pd.read_parquet(os.environ["SALESPLAN_DB"])


def attainment(by: list[str]) -> pd.DataFrame:
    """Actual, target and attainment of each member."""
    frame = rows.assign(month=rows["sold_on"].dt.strftime("%m"))
    found = frame.groupby(by, as_index=False).agg(amount=("amount", "sum"), reps=("rep", "nunique"))
    months = 1 if "month" in by else 12
    return found.assign(attainment=found["amount"] / found["reps"] / A_MONTH / months)


def by_day(frame: pd.DataFrame) -> pd.DataFrame:
    """Amounts summed up day by day."""
    days = frame.groupby("sold_on", as_index=False)["amount"].sum()
    return days.assign(cumulative=days["amount"].cumsum())


st.set_page_config(layout="wide")
region = st.selectbox("Region", ["North", "East", "South", "West"])
everything = sales()
chosen = everything[everything["region"] == region]
rows = chosen[chosen["sold_on"] >= "2025-01-01"]
before = chosen[(chosen["sold_on"] >= "2024-01-01") & (chosen["sold_on"] < "2025-01-01")]

actual = by_day(rows)
daily = rows["rep"].nunique() * A_MONTH * 12 / 365
actual["plan"] = daily * (actual.index + 1)
actual["gap"] = actual["cumulative"] - actual["plan"]
last = by_day(before)
last["sold_on"] += pd.DateOffset(years=1)
monthly = attainment(["month"])["amount"].tolist()
for column, name in zip(st.columns(len(CARDS)), CARDS, strict=True):
    column.metric(name, f"{sum(monthly):,.0f}", f"{monthly[-1]:,.0f}", chart_data=monthly)

left, right = st.columns([1.7, 1])
day = alt.X("sold_on:T")
race = (
    alt.Chart(actual).mark_line().encode(day, y="cumulative:Q")
    + alt.Chart(actual).mark_line(strokeDash=[4, 4]).encode(day, y="plan:Q")
    + alt.Chart(last).mark_line(color="gray").encode(day, y="cumulative:Q")
)
left.altair_chart(race)
left.altair_chart(alt.Chart(actual).mark_bar().encode(day, y="gap:Q"))

teams = alt.Chart(attainment(["team"])).encode(y=alt.Y("team:N").sort("-x"))
tip = ["team", "amount", "attainment"]
right.altair_chart(
    teams.mark_bar().encode(x="attainment:Q", tooltip=tip)
    + teams.mark_text(align="left").encode(
        x="attainment:Q", text=alt.Text("attainment:Q").format(".0%")
    )
)

left, right = st.columns([1.7, 1])
cells = alt.Chart(attainment(["rep", "month"])).encode(x="month:O", y="rep:N")
left.altair_chart(
    cells.mark_rect().encode(color="attainment:Q", tooltip=["rep", "month", "attainment"])
    + cells.mark_text().encode(text=alt.Text("attainment:Q").format(".0%"))
)
right.dataframe(attainment(["rep"]).sort_values("attainment"))
