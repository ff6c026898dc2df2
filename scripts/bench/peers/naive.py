"""The page as most would write it: pandas in st.cache_data, Altair objects, default settings."""

import os

import altair as alt
import pandas as pd
import streamlit as st

MONTHLY_TARGET = 60_000_000


@st.cache_data
def sales() -> pd.DataFrame:
    """All the sales."""
    return pd.read_parquet(os.environ["SALESPLAN_DB"])


st.set_page_config(layout="wide")
region = st.selectbox("Region", ["North", "East", "South", "West"])
rows = sales()
rows = rows[(rows["region"] == region) & (rows["sold_on"] >= "2025-01-01")]

by_day = rows.groupby("sold_on", as_index=False)["amount"].sum()
by_day["cumulative"] = by_day["amount"].cumsum()
by_rep = rows.groupby("rep", as_index=False)["amount"].sum()
by_rep["attainment"] = by_rep["amount"] / 12_000_000
by_month = rows.assign(month=rows["sold_on"].dt.strftime("%Y-%m"))
by_month = by_month.groupby(["rep", "month"], as_index=False)["amount"].sum()
by_product = rows.groupby("product", as_index=False)["amount"].sum()

st.metric("Sales", f"{rows['amount'].sum():,.0f}")
st.metric("Attainment", f"{rows['amount'].sum() / MONTHLY_TARGET / 12:.1%}")
st.altair_chart(
    alt.Chart(by_day).mark_line().encode(x="sold_on:T", y="cumulative:Q")
    + alt.Chart(by_day).mark_area(opacity=0.2).encode(x="sold_on:T", y="cumulative:Q")
)
st.altair_chart(
    alt.Chart(by_rep)
    .mark_bar()
    .encode(x="attainment:Q", y=alt.Y("rep:N").sort("-x"), tooltip=["rep", "amount"])
)
st.altair_chart(
    alt.Chart(by_month)
    .mark_rect()
    .encode(x="month:O", y="rep:N", color="amount:Q", tooltip=["rep", "month", "amount"])
)
st.altair_chart(alt.Chart(by_product).mark_bar().encode(x="product:N", y="amount:Q"))
st.dataframe(by_rep)
