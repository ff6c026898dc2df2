"""The metrics speak only the SQL that DuckDB and Spark share."""

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from salesplan.metrics import catalogue, names

# Sums and counts, windows, text, whole numbers; both engines know them by the same name.
SHARED = {
    *("sum", "count", "count_star", "max", "min", "bool_or", "row_number"),
    *("concat", "substring", "month", "mod", "ceil", "greatest", "power"),
    *("+", "-", "*"),
    *("to_years", "trunc"),  # what DuckDB reads in interval '1' year
}
# Our own formulas, written once per engine.
PRELUDE = {"ratio", "share", "wilson", "chosen", "member_of", "in_time"}
# What a question may read besides its own clauses.
STORED = {"derived", "imported"}
QUESTIONS = [*names(), "members"]


def question(name: str) -> str:
    """The whole SQL of a question."""
    return catalogue.members() if name == "members" else catalogue.sql(name, None)


def parsed(name: str) -> dict[str, Any]:
    """A question as DuckDB's parser reads it."""
    sql = "select json_serialize_sql($sql)"
    with duckdb.connect() as connection:
        read = json.loads(connection.execute(sql, {"sql": question(name)}).fetchall()[0][0])
    assert not read["error"], read
    return read["statements"][0]["node"]


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    """Every node of a tree."""
    if isinstance(tree, dict):
        yield tree
    for branch in (
        tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    ):
        yield from nodes(branch)


@pytest.fixture(params=QUESTIONS)
def tree(request) -> dict[str, Any]:
    return parsed(request.param)


def test_it_calls_only_functions_that_both_engines_know(tree):
    called = {node["function_name"] for node in nodes(tree) if "function_name" in node}

    assert called - SHARED - PRELUDE == set()


def test_it_reads_only_tables_and_its_own_clauses(tree):
    tables = [node for node in nodes(tree) if node.get("type") == "BASE_TABLE"]
    clauses = {
        entry["key"] for node in nodes(tree) for entry in node.get("cte_map", {}).get("map", ())
    }

    assert {
        table["table_name"] for table in tables if table["schema_name"] not in STORED
    } <= clauses


def test_it_uses_no_form_of_one_engine_alone(tree):
    foreign = {"qualify", "sample", "at_clause", "replace_list", "exclude_list", "columns"}
    types = {"TABLE_FUNCTION", "EXPRESSION_LIST", "PIVOT"}

    assert not [name for node in nodes(tree) for name in foreign if node.get(name)]
    assert not [node["type"] for node in nodes(tree) if node.get("type") in types]


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - {"rows_total"}))
def test_its_rows_have_an_order(name):
    orders = [node for node in parsed(name)["modifiers"] if node["type"] == "ORDER_MODIFIER"]

    assert len(orders) == 1
