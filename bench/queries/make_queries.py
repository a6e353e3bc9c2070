#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make benchmark queries from a collection: make_queries.py PREPARED [--seed N] [--per-class N]

PREPARED is what peers/prepare.cc writes. The same file and seed give the same queries. A line is nine
fields between tabs, the neutral form that every engine translates for itself:

    CLASS KIND FIELD WORDS FROM UNTIL SOURCE SHOW TARGET

KIND is any, all, phrase, trace, exact, prefix or quotes (the last four are pullquote's alone); FIELD empty (headline and body together), headline or quote; WORDS
have spaces between them; FROM and UNTIL are unix seconds, UNTIL exclusive; SOURCE is an outlet's
filter term as it is stored, "H" and the folded name; SHOW is rank, newest, or snippets; TARGET is the
id of the article that a known-item query was made from. --pullquote prints CLASS<TAB>QUERY in the
query language instead, as bench_query_latency reads it.

Words are runs of letters between spaces, so that all tokenisers agree on them, drawn by their share of
the articles: frequent (over 5 %), mid (0.1 to 5 %), rare (2 articles to 0.1 %); words of a multi-word
query come 30 % frequent, 50 % mid, 20 % rare, independently. Phrases are windows of running text;
phrase-stop windows hold at least one of the ten most frequent words, phrase windows none.
"""
import argparse
import collections
import dataclasses
import datetime
import random
import sys

TEXTS = 20_000  # articles kept for phrases and known items: drawn evenly, so that memory is bounded
DAY = 86_400


@dataclasses.dataclass
class Query:
    name: str
    kind: str
    words: list
    field: str = ""
    since: int = None
    until: int = None
    source: str = ""
    show: str = "rank"
    target: str = ""

    def neutral(self):
        times = ["" if time is None else str(time) for time in (self.since, self.until)]
        return "\t".join([self.name, self.kind, self.field, " ".join(self.words), *times, self.source,
                          self.show, self.target])

    def pullquote(self):
        """The same in the query language; what CLASS says (newest, snippets, trace) stays there."""
        if self.kind in ("trace", "quotes"):
            return " ".join(self.words)
        if self.kind == "exact":
            return "=" + self.words[0]
        if self.kind == "prefix":
            return self.words[0] + "*"
        prefix = self.field + ":" if self.field else ""
        if self.kind == "phrase":
            clause = f'{prefix}"{" ".join(self.words)}"'
        else:
            clause = (" AND " if self.kind == "all" else " ").join(prefix + w for w in self.words)
        if self.since is not None:
            days = [datetime.datetime.fromtimestamp(time, datetime.timezone.utc).date()
                    for time in (self.since, self.until - 1)]
            clause += f" date:{days[0]}..{days[1]}"
        if self.source:
            clause += f' source:"{self.source[1:]}"'
        return clause


def from_neutral(line):
    name, kind, field, words, since, until, source, show, target = line.rstrip("\n").split("\t")
    return Query(name, kind, words.split(), field, int(since) if since else None,
                 int(until) if until else None, source, show, target)


@dataclasses.dataclass
class Article:
    id: str
    published: int
    headline: list
    body: list
    quotes: list
    outlet: str


def words_of(text):
    """Tokens between spaces: folded words, None for what holds anything but ASCII letters."""
    return [word.lower() if word.isascii() and word.isalpha() else None for word in text.split()]


class Collection:
    """What queries are made of, gathered in one pass over the prepared lines."""

    def __init__(self, path, rng):
        self.frequency = collections.Counter()
        self.outlets = collections.Counter()
        self.times = []
        self.sample = []
        self.total = 0
        with open(path, encoding="utf-8", errors="replace", newline="\n") as lines:
            for line in lines:
                self._add(line.rstrip("\n").split("\x1f"), rng)
        self.times.sort()

    def _add(self, fields, rng):
        identity, published, _, headline, body, quotes, filters = fields
        outlet = next((term for term in filters.split("\x1e") if term.startswith("H")), "")
        article = Article(identity, int(published) if published else None, words_of(headline),
                          words_of(body.replace("\x1e", " | ")),
                          [words_of(quote) for quote in quotes.split("\x1e") if quote], outlet)
        self.total += 1
        self.frequency.update({word for word in article.headline + article.body if word})
        if outlet and article.published is not None:
            self.outlets[outlet] += 1
        if article.published is not None:
            self.times.append(article.published)
        if len(self.sample) < TEXTS:
            self.sample.append(article)
        elif (place := rng.randrange(self.total)) < TEXTS:
            self.sample[place] = article


def quoted(words):
    return words and ['"' + " ".join(words) + '"']


class Maker:
    def __init__(self, collection, rng):
        self.rng = rng
        self.collection = collection
        self.bands = self._bands()
        self.stop = {word for word, _ in collection.frequency.most_common(10)}
        self.quotes = [(article, quote) for article in collection.sample for quote in article.quotes]

    def _bands(self):
        bands = {"frequent": [], "mid": [], "rare": []}
        for word, termfreq in sorted(self.collection.frequency.items()):
            share = termfreq / self.collection.total
            if len(word) < 2 or termfreq < 2:
                continue
            bands["frequent" if share > 0.05 else "mid" if share > 0.001 else "rare"].append(word)
        return bands

    def term(self, band):
        return [self.rng.choice(self.bands[band])]

    def draw(self, low, high):
        """Distinct words, so that an engine cannot gain by seeing that two are one."""
        count, chosen = self.rng.randint(low, high), []
        while len(chosen) < count:
            band = self.rng.choices(["frequent", "mid", "rare"], [0.3, 0.5, 0.2])[0]
            word = self.rng.choice(self.bands[band])
            if word not in chosen:
                chosen.append(word)
        return chosen

    def window(self, texts, length, accept=lambda words: True):
        """`length` words in a row of one of the texts, or None where there seem to be none."""
        for _ in range(20_000):
            text = self.rng.choice(texts)
            if len(text) < length:
                continue
            start = self.rng.randrange(len(text) - length + 1)
            words = text[start:start + length]
            if all(words) and accept(words):
                return words
        return None

    def phrase(self, with_stop):
        texts = [article.body for article in self.rng.choices(self.collection.sample, k=200)]
        return self.window(texts, self.rng.randint(2, 4),
                           lambda words: any(w in self.stop for w in words) == with_stop)

    def headline(self):
        for _ in range(1000):
            article = self.rng.choice(self.collection.sample)
            words = [word for word in dict.fromkeys(article.headline) if word and len(word) > 1]
            if len(words) >= 2:
                return self.rng.sample(words, 2)
        return None

    def known_headline(self):
        for _ in range(1000):
            article = self.rng.choice(self.collection.sample)
            words = [word for word in dict.fromkeys(article.headline)
                     if word and word not in self.stop]
            if len(words) >= 3:
                count = min(len(words), self.rng.randint(3, 5))
                return Query("known-headline", "any", self.rng.sample(words, count), target=article.id)
        return None

    def known_quote(self):
        for _ in range(1000 if self.quotes else 0):
            article, quote = self.rng.choice(self.quotes)
            words = self.window([quote], self.rng.randint(4, 8)) if len(quote) >= 8 else None
            if words:
                return Query("known-quote", "any", list(dict.fromkeys(words)), target=article.id)
        return None

    def quote_words(self):
        texts = [quote for _, quote in self.rng.choices(self.quotes, k=50)] if self.quotes else []
        return self.window(texts, 2) if texts else None

    def headline_phrase(self):
        texts = [article.headline for article in self.rng.choices(self.collection.sample, k=50)]
        return self.window(texts, 2)

    def trace(self):
        texts = [q for _, q in self.rng.choices(self.quotes, k=200) if len(q) >= 8] if self.quotes else []
        return self.window(texts, 8) if texts else None

    def days(self):
        """A stretch of whole days, a tenth of the collection's articles by time."""
        times = self.collection.times
        first = self.rng.randrange(max(1, len(times) * 9 // 10))
        last = min(len(times) - 1, first + len(times) // 10)
        return times[first] // DAY * DAY, (times[last] // DAY + 1) * DAY

    def outlet(self):
        outlets = sorted(self.collection.outlets)
        return self.rng.choices(outlets, [self.collection.outlets[name] for name in outlets])[0]

    def classes(self):
        """A maker a class, in the order of the output. One that answers None has no more queries."""
        plain = lambda name, kind, words, **more: words and Query(name, kind, words, **more)
        for band in ("rare", "mid", "frequent"):
            yield lambda band=band: plain(f"term-{band}", "any", self.term(band))
        yield lambda: plain("or", "any", self.draw(2, 5))
        yield lambda: plain("and", "all", self.draw(2, 4))
        yield lambda: plain("phrase", "phrase", self.phrase(False))
        yield lambda: plain("phrase-stop", "phrase", self.phrase(True))
        yield lambda: plain("headline", "any", self.headline(), field="headline")
        yield lambda: plain("quote", "any", self.quote_words(), field="quote")
        yield lambda: plain("quote-phrase", "phrase", self.quote_words(), field="quote")
        if self.collection.times:
            yield lambda: self.dated("or-date", "any", self.draw(2, 5))
            yield lambda: self.dated("and-date", "all", self.draw(2, 3))
            yield lambda: plain("newest", "any", self.draw(1, 3), show="newest")
        if self.collection.outlets:
            yield lambda: plain("or-source", "any", self.draw(2, 5), source=self.outlet())
        yield lambda: plain("snippets", "any", self.draw(2, 4), show="snippets")
        yield self.known_headline
        yield self.known_quote
        yield lambda: plain("trace", "trace", self.trace())
        yield lambda: plain("headline-phrase", "phrase", self.headline_phrase(), field="headline")
        yield lambda: plain("exact", "exact", self.draw(1, 1))
        yield lambda: plain("prefix", "prefix", [self.term("mid")[0][:4]])
        yield lambda: plain("quotes", "quotes", self.quote_words())
        yield lambda: plain("quotes-phrase", "quotes", quoted(self.quote_words()))

    def dated(self, name, kind, words):
        since, until = self.days()
        return Query(name, kind, words, since=since, until=until)


def make(path, seed, per_class):
    rng = random.Random(seed)
    maker = Maker(Collection(path, rng), rng)
    for one in maker.classes():
        for _ in range(per_class):
            query = one()
            if query is None:
                break
            yield query


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("prepared")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--per-class", type=int, default=100)
    options.add_argument("--classes", type=lambda text: text.split(","), default=[])
    options.add_argument("--pullquote", action="store_true")
    options = options.parse_args()
    for query in make(options.prepared, options.seed, options.per_class):
        if options.classes and query.name not in options.classes:
            continue
        print(f"{query.name}\t{query.pullquote()}" if options.pullquote else query.neutral())


if __name__ == "__main__":
    sys.exit(main())
