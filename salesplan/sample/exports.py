"""The files of the sample company, each as a director would have it."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import xlsxwriter

from salesplan.sample.company import Company
from salesplan.sample.months import month_export
from salesplan.sample.target_books import fill_plans
from salesplan.sample.timeline import PAST
from salesplan.sample.workbooks import Row, add_table, workbook


def export(company: Company, folder: Path) -> Iterator[Path]:
    """Write all files, in the order in which they are best imported."""
    files = company.words.files
    yield workbook(folder / files.reps, _filled(_fill_reps, company))
    yield workbook(folder / files.customers, _filled(_fill_customers, company))
    yield workbook(folder / files.targets, _filled(_fill_targets, company))
    revision = files.revision.format(year=company.timeline.revised)
    yield workbook(folder / revision, _filled(_fill_revision, company))
    for number in range(PAST):
        yield month_export(company, number, folder)
    yield _survey(company, folder / files.survey)


def _filled(
    fill: Callable[[xlsxwriter.Workbook, Company], None], company: Company
) -> Callable[[xlsxwriter.Workbook], None]:
    return lambda book: fill(book, company)


def _fill_reps(book: xlsxwriter.Workbook, company: Company) -> None:
    """Write the staff list, and on a second sheet who sat where from when."""
    words = company.words.reps
    add_table(book, words.sheet, words.headers, _reps(company))
    add_table(book, words.moves_sheet, words.moves_headers, _moves(company))


def _reps(company: Company) -> Iterator[Row]:
    """List each rep with the seat held last."""
    words, staff = company.words, company.staff
    seat_of = {stay.rep: staff.seats[stay.seat] for stay in staff.stays}
    for number, rep in enumerate(staff.reps):
        seat, years = seat_of[number], (company.timeline.last_day - rep.hired_on).days / 365
        level = 0 if years < 2 else 1 if years < 5 else 2  # noqa: PLR2004 -- years on the job
        yield [
            rep.id,
            rep.name,
            seat.region,
            seat.team,
            seat.manager,
            words.roles[0 if level else 1],
            words.levels[level],
            rep.hired_on,
            rep.left_on,
            f"{rep.id.lower()}@{words.email}",
        ]


def _moves(company: Company) -> Iterator[Row]:
    """List each rep's seats, the last one last."""
    staff, timeline = company.staff, company.timeline
    for stay in sorted(staff.stays, key=lambda stay: (stay.rep, stay.start)):
        rep, seat = staff.reps[stay.rep], staff.seats[stay.seat]
        since = timeline.month(stay.start) if stay.start else rep.hired_on
        yield [rep.id, rep.name, seat.region, seat.team, seat.manager, since]


def _fill_customers(book: xlsxwriter.Workbook, company: Company) -> None:
    words = company.words.customers
    add_table(book, words.sheet, words.headers, _customers(company))


def _customers(company: Company) -> Iterator[Row]:
    """List each customer with the rep who serves it now."""
    staff, known, words = company.staff, company.customers, company.words
    owners = {stay.seat: staff.reps[stay.rep].name for stay in staff.stays}
    for number, name in enumerate(known.names):
        seat = int(known.seat[number])
        yield [
            f"C{number + 1:05}",
            name,
            words.segments[int(known.segment[number])],
            staff.seats[seat].region,
            owners[seat],
            known.first_order_on[number],
        ]


def _fill_targets(book: xlsxwriter.Workbook, company: Company) -> None:
    words = company.words.targets
    title = words.title.replace("{company}", company.words.company)
    fill_plans(book, company.plans, words, title)


def _fill_revision(book: xlsxwriter.Workbook, company: Company) -> None:
    words = company.words.targets
    title = words.revised.replace("{company}", company.words.company)
    fill_plans(book, [company.revision], words, title)


def _survey(company: Company, path: Path) -> Path:
    """Write the answers as text in the encoding that the survey tool of that country uses."""
    words = company.words
    with path.open("w", encoding=words.encoding, newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(words.survey_headers)
        for number, answer in enumerate(company.answers, start=1):
            sheet.writerow(
                [
                    f"A{number:05}",
                    answer.day,
                    company.customers.names[answer.customer],
                    answer.rep,
                    answer.region,
                    words.answers[answer.score - 1],
                    answer.comment,
                ]
            )
    return path
