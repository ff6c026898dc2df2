"""Text files: encodings, delimiters, quotes, and rows that never shift."""

import csv
import io
from dataclasses import replace

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesplan.errors import BinaryText, EmptyFile, LineTooLong, TooManyCells, UnknownEncoding
from salesplan.intake.read import delimited, dialect, lenient, limits, sheets
from salesplan.intake.read.plain import Plain, plain

ZH = "姓名,金额\n张三,100\n李四,200\n"
ZH_TRADITIONAL = "姓名,電話\n王小明,1\n陳怡君,2\n"
WESTERN = "Naam,Größe\nJosé,1\nFrançois,2\n"


def read(text, encoding="utf-8"):
    """The one sheet of a text."""
    (sheet,) = sheets("a.csv", text.encode(encoding) if isinstance(text, str) else text)
    return sheet


def body(sheet, header_row=1):
    """The rows below the header, each with its row number last."""
    table = sheet.body(header_row, 1, sheet.col_count)
    return [tuple(row.values()) for row in table.to_pylist()]


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        (ZH, "utf-8", "utf-8"),
        (ZH, "utf-8-sig", "utf-8"),
        (ZH, "gb18030", "gb18030"),
        (ZH, "gbk", "gb18030"),
        (ZH, "utf-16", "utf-16-le"),
        (ZH, "utf-16-le", "utf-16-le"),
        (ZH, "utf-16-be", "utf-16-be"),
        ("客户\n", "gbk", "gb18030"),
        ("name,sex\nAnn,女\nBob,男\n", "gbk", "gb18030"),
        (ZH_TRADITIONAL, "big5", "big5"),
        (ZH_TRADITIONAL, "utf-8", "utf-8"),
        (WESTERN, "cp1252", "cp1252"),
        (WESTERN, "utf-8", "utf-8"),
        ("AÇÃO;REGIÃO\nNÃO;2\n", "cp1252", "cp1252"),
        ("Price\n€ 5\n", "cp1252", "cp1252"),
    ],
)
def test_an_encoding_is_found_by_evidence(text, written, found):
    sheet = read(text, written)

    assert sheet.encoding == found
    assert sheet.grid[0] == tuple(text.splitlines()[0].replace(";", ",").split(","))


@pytest.mark.parametrize(
    "data",
    [
        "Привет,мир\nдень,3\n".encode("cp1251"),
        "売上高,担当者\n".encode("shift_jis"),
        "Müller\n".encode() * 20 + b"Caf\xe9s\n",
    ],
    ids=["Cyrillic", "Japanese", "UTF-8 with a broken character"],
)
def test_an_encoding_without_evidence_is_refused(data):
    with pytest.raises(UnknownEncoding):
        read(data)


def test_characters_are_whole_across_the_pieces_that_are_decoded():
    row = "张三,100\n"
    text = "姓名,金额\n" + row * 200_000

    assert read(text, "gb18030").row_count == read(text).row_count == 200_001
    assert set(read(text, "gb18030").rest.column(0).to_pylist()) == {"姓名", "张三"}


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_delimiter_is_found_by_how_it_splits(mark):
    sheet = read(f"rep{mark}amount\nJürgen{mark}1\n")

    assert (sheet.delimiter, sheet.grid[1]) == (mark, ("Jürgen", "1"))


def test_a_decimal_comma_is_not_a_delimiter():
    sheet = read("rep;amount\nJürgen;1.234,50\nAnn;2,75\n")

    assert body(sheet) == [("Jürgen", "1.234,50", 2), ("Ann", "2,75", 3)]


def test_a_delimiter_within_quotes_does_not_count():
    sheet = read('name|note\n"a;b;c"|"1,2"\n"d;e;f"|"3,4"\n')

    assert body(sheet) == [("a;b;c", "1,2", 2), ("d;e;f", "3,4", 3)]


def test_a_delimiter_may_be_said_in_the_first_line():
    sheet = read("sep=;\na;b\n1,1;2\n")

    assert (sheet.delimiter, body(sheet)) == (";", [("1,1", "2", 2)])


def test_one_column_needs_no_delimiter():
    assert body(read("name\nAnn\nBob\n")) == [("Ann", 2), ("Bob", 3)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n\n1,2\n", [("1", "2", 3)]),
        ("\n\na,b\n1,2\n", [("a", "b", 3), ("1", "2", 4)]),
        ('a,b\n"x\n\ny",2\n3,4\n', [("x\n\ny", "2", 2), ("3", "4", 3)]),
        ("a,b\n,\n1,2\n", [("1", "2", 3)]),
        ("a,b\r1,2\r3,4\r", [("1", "2", 2), ("3", "4", 3)]),
        ("a,b\r\n1,2\n3,4\r\n", [("1", "2", 2), ("3", "4", 3)]),
        ("a,b\n1,2\n\n\n\n", [("1", "2", 2)]),
    ],
    ids=[
        "blank line",
        "blank first",
        "in quotes",
        "empty fields",
        "CR",
        "mixed ends",
        "at the end",
    ],
)
def test_row_numbers_count_records_as_a_spreadsheet_does(text, rows):
    assert body(read(text)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n"x, ""y""",2\n', [('x, "y"', "2", 2)]),
        ('a,b\n5" pipe,2\n6,3\n', [('5" pipe', "2", 2), ("6", "3", 3)]),
        ('a,b\n"xy"z,2\n', [("xyz", "2", 2)]),
        ('a,b\n"open,2\n3,4\n', [('"open', "2", 2), ("3", "4", 3)]),
    ],
    ids=["doubled", "inch", "after the end", "never closed"],
)
def test_odd_quotes_move_nothing(text, rows):
    assert body(read(text)) == rows


def test_uneven_rows_are_padded_not_shifted():
    sheet = read("Report\na,b,c\n1,2\n3,4,5,6\n")

    assert body(sheet, 2) == [("1", "2", None, None, 3), ("3", "4", "5", "6", 4)]


def test_a_body_far_below_begins_there():
    sheet = read("a,b\n" + "".join(f"{row},x\n" for row in range(2, 201)))

    assert body(sheet, 150)[0] == ("151", "x", 151)
    assert len(sheet.grid) == 60


def test_ids_keep_their_zeros():
    assert body(read("id\n007\n1E5\n00000000000000000001\n")) == [
        ("007", 2), ("1E5", 3), ("00000000000000000001", 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"a,b\n1,\x002\n", BinaryText),
        ("a\0b,c\n1,2\n".encode("utf-16"), BinaryText),
        (b"\n \r\n\t\n", EmptyFile),
        ("\n\n".encode("utf-16"), EmptyFile),
        (b"a,b\n" + b"A" * 3_000_000, LineTooLong),
        (b'a,b\n"' + b"x,1\n" * 200_000, LineTooLong),
        (b",".join(b"%d" % column for column in range(limits.COLUMNS + 1)), TooManyCells),
    ],
    ids=["NUL", "NUL in UTF-16", "blank", "blank UTF-16", "endless line", "endless quote", "wide"],
)
def test_a_text_that_is_none_is_refused(data, error):
    with pytest.raises(error):
        read(data)


def test_more_rows_than_we_take_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "ROWS", 3)

    with pytest.raises(TooManyCells):
        read("a\n1\n2\n3\n")


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "a,b\r\n1,2",
        "a,b\n\n1,2\n\n\n",
        'a,b\n"x\n\ny","q"\n',
        "\ufeffa,b\n1,2\n",
        "sep=,\na,b\n",
    ],
)
def test_well_formed_text_never_needs_the_slow_way(monkeypatch, text):
    monkeypatch.setattr(lenient, "table", None)

    assert read(text).col_count == 2


def test_a_quote_over_the_seam_of_two_pieces_is_counted():
    text = "a,b\n" + '"x\ny",2\n' * 300_000

    with plain("a.csv", text.encode()) as found:
        assert found.records == 300_001


def test_rows_that_do_not_add_up_are_read_again():
    with plain("a.csv", b"a,b\n1,2\n") as text:
        assert delimited._strict(text, ",", 0, 2).num_rows == 2
        assert delimited._strict(replace(text, records=3), ",", 0, 2) is None


FIELDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\x1f\r"), max_size=6)


@settings(max_examples=40)
@given(st.lists(st.lists(FIELDS, min_size=2, max_size=2), min_size=1, max_size=8), st.data())
def test_the_strict_and_the_lenient_way_agree(records, data):
    mark = data.draw(st.sampled_from(dialect.DELIMITERS))
    text = io.StringIO()
    quoting = data.draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    csv.writer(text, delimiter=mark, lineterminator="\n", quoting=quoting).writerows(records)
    file = pa.BufferReader(text.getvalue().encode())

    strict = delimited._strict(Plain("utf-8", len(records), file), mark, 0, 2)
    slow = lenient.table(file, mark, 0)

    expected = [[field or None for field in record] for record in records]
    assert [list(row.values()) for row in slow.to_pylist()] == expected
    assert strict.equals(slow)
