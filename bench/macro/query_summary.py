# SPDX-License-Identifier: GPL-3.0-or-later
"""What query_speed.py makes of its times and answers: percentiles, agreement, the Markdown page."""
import math
import statistics

# Which articles match follows from the query alone, so that engines must agree on their number, but for
# words that one stemmer cuts and another doesn't, and for phrases, which SQLite and Lucene stem.
CLOSE = 0.02  # counts this near each other, or two articles apart, are "near"
WAYS = {"pass": "caches warm", "query": "the others in between"}  # of taking turns
LEAST_AGREEMENT = 0.7  # share of a class's queries with near counts below which nothing is timed


def percentile(values, share):
    """Nearest rank: the least value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def summarise(queries, times, collection, articles):
    """A row a way of taking turns, class and engine; percentiles and mean over the medians of the queries'
    rounds. @param times  see query_speed.measure()"""
    groups = {}
    for turns, by_query in times.items():
        for index, by_engine in sorted(by_query.items()):
            for engine, values in by_engine.items():
                medians, raw = groups.setdefault((turns, queries[index].name, engine), ([], []))
                medians.append(statistics.median(values))
                raw.extend(values)
    return [{"collection": collection, "articles": articles, "turns": turns, "class": name,
             "engine": engine, "queries": len(medians), "mean": round(statistics.mean(medians), 1),
             **{f"p{p}": round(percentile(medians, p / 100), 1) for p in (50, 90, 99)},
             "raw_p99": round(percentile(raw, 0.99), 1)}
            for (turns, name, engine), (medians, raw) in groups.items()]


def _compared(ours, theirs):
    (count, ids), (other, other_ids) = ours, theirs
    equal = count == other
    close = abs(count - other) <= max(2, CLOSE * max(count, other))
    size = max(len(ids), len(other_ids))
    return equal, close, len(set(ids) & set(other_ids)) / size if size else 1.0


def agreement(queries, replies):
    """A row a class and peer: shares of queries with the same and nearly the same number of matches as
    pullquote, the mean number of both, and the mean overlap of the top 10."""
    groups = {}
    for index, by_engine in replies.items():
        if "pullquote" not in by_engine:
            return []
        for engine, reply in by_engine.items():
            if engine != "pullquote":
                ours = by_engine["pullquote"]
                groups.setdefault((queries[index].name, engine), []).append(
                    (*_compared(ours, reply), ours[0], reply[0]))
    return [{"class": name, "engine": engine, "queries": len(rows),
             **{key: round(statistics.mean(row[i] for row in rows), 3) for i, key in
                enumerate(("same_count", "near_count", "top10_overlap", "our_matches", "its_matches"))}}
            for (name, engine), rows in groups.items()]


def disagreements(rows):
    """Classes in which an engine cannot have answered the same question."""
    for row in rows:
        if row["near_count"] < LEAST_AGREEMENT:
            yield (f"{row['class']}: {row['engine']} finds {row['its_matches']} articles a query, "
                   f"pullquote {row['our_matches']}; near each other in "
                   f"{100 * row['near_count']:.0f} % of the queries")


def known_items(queries, replies):
    """(class, engine, queries, share found in the top 10, mean reciprocal rank)"""
    groups = {}
    for index, by_engine in replies.items():
        if queries[index].target:
            for engine, (_, ids) in by_engine.items():
                place = ids.index(queries[index].target) + 1 if queries[index].target in ids else 0
                groups.setdefault((queries[index].name, engine), []).append(1 / place if place else 0)
    return [(name, engine, len(ranks), sum(map(bool, ranks)) / len(ranks), statistics.mean(ranks))
            for (name, engine), ranks in groups.items()]


def _ratios(summary):
    engines = list(dict.fromkeys(row["engine"] for row in summary))
    rows = {(row["class"], row["engine"]): row for row in summary}
    peers = [engine for engine in engines if engine != "pullquote"]
    lines = ["| class | " + " | ".join(f"{peer}: mean | p99" for peer in peers) + " |",
             "|---|" + "---|---|" * len(peers)]
    for name in dict.fromkeys(row["class"] for row in summary):
        ours = rows.get((name, "pullquote"))
        cells = []
        for peer in peers:
            theirs = rows.get((name, peer))
            for key in ("mean", "p99"):
                cells.append(f"{theirs[key] / ours[key]:.1f}" if ours and theirs else "")
        if any(cells):
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines


def _times(summary):
    lines = ["| class | engine | queries | mean | p50 | p90 | p99 | raw p99 |",
             "|---|---|---|---|---|---|---|---|"]
    for row in summary:
        lines.append(f"| {row['class']} | {row['engine']} | {row['queries']} | {row['mean']:.0f} | "
                     f"{row['p50']:.0f} | {row['p90']:.0f} | {row['p99']:.0f} | {row['raw_p99']:.0f} |")
    if len({row["engine"] for row in summary}) > 1:
        lines += ["", "How many times as long as pullquote:", "", *_ratios(summary)]
    return lines


def markdown(facts, summary, compared, known):
    rounds = facts["rounds"]
    loads = [load for row in rounds for load in (row["load_at_start"], row["load_at_end"])]
    lines = [f"# {facts['collection']}", "",
             f"{facts['articles']} articles; {facts['machine']}; load {min(loads)} to {max(loads)}. "
             f"Seed {facts['seed']}, {facts['warmup']} passes of warm-up, "
             f"{len({row['round'] for row in rounds})} rounds, one thread, top 10. "
             "Microseconds from the query to ten ids; p50, p90, p99 and mean are over the medians "
             "of each query's rounds, raw p99 is over every single time."]
    for turns in dict.fromkeys(row["turns"] for row in summary):
        lines += ["", f"## Turns by {turns}: {WAYS[turns]}", "",
                  *_times([row for row in summary if row["turns"] == turns])]
    if facts["rates"]:
        one = facts["rates"].get(1)
        lines += ["", "## Throughput of pullquote", "", "| threads | queries/s | times one thread |",
                  "|---|---|---|"]
        lines += [f"| {threads} | {rate:.0f} | {rate / one if one else math.nan:.2f} |"
                  for threads, rate in facts["rates"].items()]
    if compared:
        lines += ["", "## Agreement with pullquote", "",
                  "Shares of queries whose exact number of matching articles is the same, and within 2 % "
                  "(or two articles); mean overlap of the ten ids; mean matches.", "",
                  "| class | engine | same | near | top 10 | our matches | its matches |",
                  "|---|---|---|---|---|---|---|"]
        lines += [f"| {row['class']} | {row['engine']} | {row['same_count']:.2f} | "
                  f"{row['near_count']:.2f} | {row['top10_overlap']:.2f} | {row['our_matches']:.1f} | "
                  f"{row['its_matches']:.1f} |" for row in compared]
    if known:
        lines += ["", "## Known items", "", "| class | engine | queries | in the top 10 | MRR |",
                  "|---|---|---|---|---|"]
        lines += [f"| {name} | {engine} | {count} | {share:.2f} | {mrr:.3f} |"
                  for name, engine, count, share, mrr in known]
    lines += ["", "Size: " + ", ".join(f"{engine} {size / 1e6:.1f} MB"
                                       for engine, size in facts["bytes"].items()) + ".", ""]
    return "\n".join(lines)
