"""The answers behind satisfaction."""


def test_the_unsatisfied_come_first_and_name_their_cell(plan):
    batch = plan.answers("Ann 2026-07-03 5", "Bob 2026-07-04 2")

    assert plan.measure("answers", "rep score satisfied sheet source_row batch_id") == [
        ("Bob", 2, False, "Sheet1", 3, batch),
        ("Ann", 5, True, "Sheet1", 2, batch),
    ]


def test_the_answers_lie_within_the_scope(plan):
    plan.reps("Ann team=North", "Bob team=South")
    plan.answers("Ann 2026-07-03 5", "Bob 2026-07-03 5", "Ann 2026-07-20 5", "Ann 2026-06-30 5")

    assert plan.measure("answers", "rep", team="North", as_of="2026-07-10") == [("Ann",)]
