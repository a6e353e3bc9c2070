#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts of query_speed.py's results as plain SVG, legible on light and dark pages.

    query_chart.py latency FOLDER                     FOLDER/latency.svg again from FOLDER/summary.csv
    query_chart.py sizes CLASS OUT.svg FOLDER...      p50 and p99 of a class by size of collection
"""
import csv
import math
import pathlib
import sys
from xml.sax.saxutils import escape

sys.path.append(str(pathlib.Path(__file__).resolve().parent))
from query_summary import WAYS  # noqa: E402

COLOURS = {"pullquote": "#d9480f", "before": "#868e96", "xapian": "#1c7ed6", "sqlite": "#2f9e44", "lucene": "#9c36b5"}
STYLE = """<style>
text { font: 12px system-ui, sans-serif; fill: #24292f } .title { font-size: 15px; font-weight: 600 }
.grid { stroke: #24292f; stroke-opacity: 0.18 } .small { font-size: 10px }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .grid { stroke: #e6edf3 } }
</style>"""


def readable(micros):
    if micros >= 1e6:
        return f"{micros / 1e6:g} s"
    return f"{micros / 1e3:g} ms" if micros >= 1e3 else f"{micros:g} µs"


class Scale:
    """Decades that hold all values, between two pixel places."""

    def __init__(self, values, start, end):
        positive = [value for value in values if value > 0]
        self.low = math.floor(math.log10(min(positive)))
        self.high = max(self.low + 1, math.ceil(math.log10(max(positive))))
        self.start, self.end = start, end

    def __call__(self, value):
        share = (math.log10(max(value, 10.0 ** self.low)) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def decades(self):
        return [10.0 ** n for n in range(self.low, self.high + 1)]


def text(x, y, words, anchor="start", kind=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>'


def line(x1, y1, x2, y2, **attributes):
    more = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    more = more.replace('kind="', 'class="')
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {more}/>'


def document(width, height, parts, title):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" role="img">\n<title>{escape(title)}</title>\n{STYLE}\n'
            + "\n".join(parts) + "\n</svg>\n")


def legend(x, y, engines):
    parts = []
    for engine in engines:
        parts.append(f'<rect x="{x}" y="{y - 10}" width="12" height="12" fill="{COLOURS[engine]}"/>')
        parts.append(text(x + 17, y, engine))
        x += 100
    return parts


def of_one_way(summary):
    """The rows of one way of taking turns, which all collections have, and what to call it."""
    collections = {row["collection"] for row in summary}
    for turns, words in WAYS.items():
        rows = [row for row in summary if row["turns"] == turns]
        if {row["collection"] for row in rows} == collections:
            return rows, words
    sys.exit("The runs have no way of taking turns in common")


def latency(summary):
    """Bars to the median, a thin line on to p99, a class and engine each, on a log scale."""
    summary, turns = of_one_way(summary)
    engines = [name for name in COLOURS if any(row["engine"] == name for row in summary)]
    classes = list(dict.fromkeys(row["class"] for row in summary))
    rows = {(row["class"], row["engine"]): row for row in summary}
    bar, gap, left, right, top = 9, 10, 120, 780, 78
    height = top + len(classes) * (bar * len(engines) + gap) + 30
    scale = Scale([float(row[key]) for row in summary for key in ("p50", "p99")], left, right)
    first = summary[0]
    title = f"Query time by class: {first['collection']}, {int(first['articles']):,} articles, {turns}"
    parts = [text(10, 22, title, kind="title"), *legend(left, 44, engines),
             text(left + 100 * len(engines), 44, "bar: p50, line: p99; shorter is better", kind="small")]
    for decade in scale.decades():
        parts += [line(scale(decade), top - 6, scale(decade), height - 24, kind="grid"),
                  text(scale(decade), top - 10, readable(decade), "middle", "small")]
    y = top
    for name in classes:
        parts.append(text(left - 8, y + bar * len(engines) / 2 + 4, name, "end"))
        for engine in engines:
            row = rows.get((name, engine))
            if row:
                p50, p99 = scale(float(row["p50"])), scale(float(row["p99"]))
                parts.append(f'<rect x="{left}" y="{y}" width="{max(1, p50 - left):.1f}" '
                             f'height="{bar - 2}" fill="{COLOURS[engine]}"/>')
                parts.append(line(p50, y + bar / 2 - 1, p99, y + bar / 2 - 1,
                                  stroke=COLOURS[engine], stroke_width=2))
            y += bar
        y += gap
    return document(800, height, parts, title)


def sizes(name, summary):
    """p50 (whole lines) and p99 (dashed) of one class by number of articles, both on log scales."""
    summary, turns = of_one_way(summary)
    rows = [row for row in summary if row["class"] == name]
    engines = [engine for engine in COLOURS if any(row["engine"] == engine for row in rows)]
    across = Scale([float(row["articles"]) for row in rows], 70, 640)
    up = Scale([float(row[key]) for row in rows for key in ("p50", "p99")], 370, 70)
    title = f"Query time by size of the collection: {name}, {turns}"
    parts = [text(10, 22, title, kind="title"), *legend(70, 44, engines),
             text(70 + 100 * len(engines), 44, "line: p50, dashes: p99", kind="small")]
    for decade in up.decades():
        parts += [line(70, up(decade), 640, up(decade), kind="grid"),
                  text(64, up(decade) + 4, readable(decade), "end", "small")]
    for articles in sorted({float(row["articles"]) for row in rows}):
        parts += [line(across(articles), 70, across(articles), 370, kind="grid"),
                  text(across(articles), 386, f"{articles:,.0f}", "middle", "small")]
    for engine in engines:
        own = sorted((row for row in rows if row["engine"] == engine),
                     key=lambda row: float(row["articles"]))
        for key, dashes in (("p50", "none"), ("p99", "5 4")):
            points = " ".join(f"{across(float(row['articles'])):.1f},{up(float(row[key])):.1f}"
                              for row in own)
            parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[engine]}" '
                         f'stroke-width="2" stroke-dasharray="{dashes}"/>')
            parts += [f'<circle cx="{point.split(",")[0]}" cy="{point.split(",")[1]}" r="3" '
                      f'fill="{COLOURS[engine]}"/>' for point in points.split()]
    return document(660, 400, parts, title)


def rows_of(folder):
    with open(pathlib.Path(folder) / "summary.csv", encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "latency":
        pathlib.Path(arguments[1], "latency.svg").write_text(latency(rows_of(arguments[1])), "utf-8")
    elif len(arguments) > 3 and arguments[0] == "sizes":
        summary = [row for folder in arguments[3:] for row in rows_of(folder)]
        pathlib.Path(arguments[2]).write_text(sizes(arguments[1], summary), "utf-8")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
