"""The command line: ``python -m dashboard extract|ingest|import|dates|ensure-table``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import IO

from dashboard.dates import find_dates, parse_date
from dashboard.extraction import extract
from dashboard.extraction.export import error_record, record
from dashboard.extraction.ready import made_ready
from dashboard.pipeline import DATASETS, IngestReport, Progress, import_dataset, ingest
from dashboard.sources import SourceError, read, to_come
from dashboard.table.store import TableError

ROOT = Path(__file__).resolve().parent.parent
BAR = 30  # columns of the progress bar


def default_table() -> Path:
    """The event table's folder: ``TAWQIT_TABLE``, else ``data/table`` of the project."""
    return Path(os.environ.get("TAWQIT_TABLE") or ROOT / "data" / "table")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 when a document could not be read, 2 for a wrong command."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output went away («| head»): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("stopped; what was committed is kept, run the same command to go on", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("extract", help="read documents and print what they say as JSON")
    one.add_argument("input", type=Path, help=".jsonl, .txt, .md or .html")
    one.add_argument("-o", "--output", type=Path, help="a file; standard output without it")
    one.add_argument("--published", type=_past, help="the publication date, YYYY-MM-DD")
    one.set_defaults(run=_extract)
    many = commands.add_parser("ingest", help="read documents into the event table")
    many.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files or folders")
    many.add_argument("--table", type=Path, help="the table's folder (else TAWQIT_TABLE)")
    many.add_argument("--published", type=_past, help="the publication date of all of them")
    many.set_defaults(run=_ingest)
    rows = commands.add_parser("import", help="take a data set's rows over into the event table")
    rows.add_argument("dataset", choices=DATASETS, help="UCDP GED, or the VDC's deaths by cause")
    rows.add_argument("file", type=Path, metavar="FILE", help="its .csv, plain or .gz")
    rows.add_argument("--table", type=Path, help="the table's folder (else TAWQIT_TABLE)")
    rows.set_defaults(run=_import)
    dates = commands.add_parser("dates", help="the dates of a phrase, and why")
    dates.add_argument("text")
    dates.add_argument("--published", type=_day, help="the day relative phrases count from")
    dates.set_defaults(run=_dates)
    table = commands.add_parser("ensure-table", help="build the sample table where there is none")
    table.add_argument("--table", type=Path)
    table.set_defaults(run=_ensure_table)
    return parser


def _day(text: str) -> date:
    day = parse_date(text)
    if day is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2016-09-09")
    return day


def _past(text: str) -> date:
    day = _day(text)
    if to_come(day):
        raise argparse.ArgumentTypeError(f"{text!r} is yet to come; give the day of publication")
    return day


@contextmanager
def _output(path: Path | None) -> Iterator[IO[str]]:
    if path is None:
        yield sys.stdout
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yield file


def _extract(options: argparse.Namespace) -> int:
    if not options.input.exists():
        print(f"{options.input}: no such file; give a .jsonl, .txt, .md or .html", file=sys.stderr)
        return 1
    if options.output and options.output.exists() and options.output.samefile(options.input):
        print(f"{options.output}: is the input itself; name another output", file=sys.stderr)
        return 2
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    with ExitStack() as opened:
        try:
            out = opened.enter_context(_output(options.output))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            said = f"{options.output}: cannot be written ({why}); name another file"
            print(said, file=sys.stderr)
            return 2
        return _printed(options, out)


def _printed(options: argparse.Namespace, out: IO[str]) -> int:
    """Reads the input and writes an object a document; 1 where one could not be read."""
    status = 0
    with made_ready():
        for document in read(options.input, published=options.published):
            if isinstance(document, SourceError) and document.kept:
                print(document.message, file=sys.stderr)
                continue
            if isinstance(document, SourceError):
                status = 1
                print(document.message, file=sys.stderr)
                row = error_record(document.id, document.message)
            else:
                try:
                    row = record(extract(document))
                except Exception as error:
                    status = 1
                    message = f"{options.input}: document {document.id}: {error!r}"
                    print(message, file=sys.stderr)
                    row = error_record(document.id, message)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return status


def _show(state: Progress) -> None:
    """Draws the progress on one line of standard error, where a person is there to see it."""
    if not sys.stderr.isatty():
        return
    full = BAR * state.file // max(1, state.total)
    print(
        f"\r[{'#' * full}{'.' * (BAR - full)}] file {state.file} of {state.total}, "
        f"{state.read} documents read",
        end="\n" if state.file == state.total else "", file=sys.stderr, flush=True,
    )  # fmt: skip


def _report(report: IngestReport, table: Path) -> int:
    for said in (*report.warnings, *report.errors):
        print(said, file=sys.stderr)
    print(
        f"{table}: {report.read} documents read, {report.skipped} already there, "
        f"{report.failed} failed, {report.events} events"
    )
    return 1 if report.failed or report.errors else 0


def _ingest(options: argparse.Namespace) -> int:
    table = options.table or default_table()
    report = ingest(options.paths, table, progress=_show, published=options.published)
    return _report(report, table)


def _import(options: argparse.Namespace) -> int:
    table = options.table or default_table()
    report = import_dataset(options.dataset, options.file, table)
    for message in report.errors:
        print(message, file=sys.stderr)
    print(
        f"{table}: {report.events} events in {report.read} months of {options.file.name} read, "
        f"{report.skipped} months already there, {report.failed} errors"
    )
    return 1 if report.errors else 0


def _ensure_table(options: argparse.Namespace) -> int:
    table = options.table or default_table()
    if (table / "events" / "_delta_log").exists():
        return 0
    print("building the event table from data/dispatches")
    report = ingest([ROOT / "data" / "dispatches"], table, progress=_show)
    return _report(report, table)


def _dates(options: argparse.Namespace) -> int:
    found = find_dates(options.text, options.published)
    if not found:
        print("no date is named there; write one as «12 آذار 2015» or «أمس»", file=sys.stderr)
    for mention in found:
        days = f"{mention.first or '..'} to {mention.last or '..'}"
        anchor = f", counted from {mention.anchor}" if mention.anchor else ""
        time = f", at «{mention.time}»" if mention.time else ""
        notes = f" [{', '.join(mention.notes)}]" if mention.notes else ""
        print(
            f"{mention.start}-{mention.end}\t{mention.text}\t{mention.kind}\t{mention.edtf}\t{days}"
            f"\trule {mention.rule}{anchor}{time}{notes}"
        )
    return 0
