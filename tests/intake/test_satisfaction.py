"""Answers about satisfaction: words and numbers, one scale a column."""

import pytest


@pytest.mark.parametrize(
    ("header", "cells", "low", "high", "scores"),
    [
        (
            "满意度",
            ["非常满意", "满意", "一般", "不满意", "非常不满意"],
            "1",
            "5",
            ["5", "4", "3", "2", "1"],
        ),
        ("Satisfaction", ["Very satisfied", "neutral", "Dissatisfied"], "1", "5", ["5", "3", "2"]),
        ("满意度", ["92%", "88.5%"], "0", "100", ["92", "88.5"]),
        ("满意度", ["0.92", "1"], "0", "1", ["0.92", "1"]),
        ("Rating", ["5", "4.6"], "1", "5", ["5", "4.6"]),
        ("Rating", ["5", "9"], "1", "10", ["5", "9"]),
        ("Rating (1-10)", ["5", "4"], "1", "10", ["5", "4"]),
        ("评分（满分10分）", ["5分", "4分"], "1", "10", ["5", "4"]),
        ("评分(百分制)", ["5", "92"], "0", "100", ["5", "92"]),
        ("Score", ["92", "88"], "0", "100", ["92", "88"]),
        ("Rating", ["4/5", "5/5"], "1", "5", ["4", "5"]),
    ],
)
def test_a_scale_is_found_for_a_column_and_stored_with_each_answer(  # noqa: PLR0913, PLR0917  # a row
    lines, loaded, header, cells, low, high, scores
):
    rows = [f"2026-01-0{n},A,{cell}" for n, cell in enumerate(cells, 1)]
    (draft,) = lines(f"Date,Customer,{header}", *rows)

    assert (draft.kind, draft.notes[0].values["low"], draft.notes[0].values["high"]) == (
        "satisfaction",
        low,
        high,
    )
    assert loaded(draft, "score", "scale_min", "scale_max") == [f"{s} {low} {high}" for s in scores]
    assert draft.parcel.totals == {"answers": str(len(cells))}


def test_what_is_no_answer_is_rejected(lines, rejected, told):
    (draft,) = lines(
        "日期,客户,满意度(1-5)",
        "2026-01-01,甲,5",
        "2026-01-02,乙,随便",
        "2026-01-03,丙,",
        "2026-01-04,丁,6",
    )

    assert told(draft) == (4, 1, 3, 0)
    assert rejected(draft) == [
        (3, "满意度(1-5)", "随便", "not_a_score"),
        (4, "满意度(1-5)", None, "missing"),
        (5, "满意度(1-5)", "6", "not_a_score"),
    ]


def test_a_likelihood_to_recommend_is_on_0_to_10(lines, loaded):
    (draft,) = lines(
        "Response date,Company,How likely are you to recommend us? (NPS)",
        "2026-01-01,A,9",
        "2026-01-02,B,3",
    )

    assert loaded(draft, "kind", "score", "scale_max") == ["nps 9 10", "nps 3 10"]


def test_several_questions_of_one_answer_are_kept_apart(lines, loaded, told):
    (draft,) = lines(
        "提交答卷时间,公司,您对产品的满意度,您对服务的满意度",
        "2026/3/5 10:00:00,甲,5,4",
        "2026/3/6 10:00:00,乙,,3",
    )

    assert told(draft) == (2, 2, 0, 0)
    assert loaded(draft, "customer", "question", "score") == [
        "甲 您对产品的满意度 5",
        "甲 您对服务的满意度 4",
        "乙 您对服务的满意度 3",
    ]


def test_the_question_about_the_whole_stands_for_the_rest(lines):
    (draft,) = lines("日期,客户,总体满意度,您对产品的满意度", "2026-01-01,甲,5,4")

    assert dict(draft.parcel.mapping) == {
        "日期": "answered_on",
        "客户": "customer",
        "总体满意度": "score",
    }
