"""A filter and its answer in words: the least that a page can do."""

import streamlit as st

region = st.selectbox("Region", ["North", "East", "South", "West"])
st.write(f"You chose {region}.")
