# SPDX-License-Identifier: GPL-3.0-or-later
"""The engines of query_speed.py: how each builds its index, and how it is driven line by line.

Every peer gets the same prepared lines (quotes found, no JSON), newest article first, so that each can
use the order of time as far as it is able to: pullquote orders by itself.
"""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE.parent / "peers"
ENGINES = ["pullquote", "xapian", "sqlite", "lucene"]
OURS = ("pullquote", "before")  # "before" is another build of pullquote, such as of an older commit
OWN_KINDS = ("trace", "exact", "prefix", "quotes")


def lucene_jars():
    names = ("core", "analyzers-common", "highlighter", "queries", "memory")
    java = pathlib.Path("/usr/share/java")
    return ":".join(str(sorted(java.glob(f"lucene-{name}-8*.jar"))[0]) for name in names)


def checked(command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


class Workshop:
    """A folder with the prepared lines and one index an engine; what is there is not built again."""

    def __init__(self, folder, binaries, collection, pullquote_options, before=None):
        self.folder = folder
        self.bin = binaries
        self.before = before
        self.collection = collection
        self.pullquote_options = pullquote_options
        folder.mkdir(parents=True, exist_ok=True)
        self.prepared = folder / "prepared"
        self.classes = folder / "classes"

    def path(self, engine):
        return self.folder / engine

    def prepare(self):
        if self.prepared.exists():
            return
        unsorted = self.folder / "unsorted"
        with open(unsorted, "wb") as out:
            checked([self.bin / "bench" / "bench_prepare", self.collection], stdout=out)
        part = self.folder / "prepared.part"
        checked(["sort", "-s", "-t", "\x1f", "-k", "2,2nr", "-T", self.folder, "-o", part, unsorted],
                env=dict(os.environ, LC_ALL="C"))
        unsorted.unlink()
        part.rename(self.prepared)

    def build(self, engine):
        """Builds beside the final name, so that a build broken off is not taken for a whole one."""
        if engine == "lucene":
            checked(["javac", "-d", self.classes, "-cp", lucene_jars(), *PEERS.glob("Lucene*.java")])
        if self.path(engine).exists():
            return
        print(f"building {engine}", file=sys.stderr, flush=True)
        part = self.folder / f"{engine}.part"
        shutil.rmtree(part, ignore_errors=True)
        part.unlink(missing_ok=True)
        self._build(engine, part)
        part.rename(self.path(engine))

    def _build(self, engine, part):
        quiet = {"stdout": subprocess.DEVNULL}
        if engine in OURS:
            options = self.pullquote_options if engine == "pullquote" else []
            checked([self.binaries(engine) / "cli" / "pullquote", "build", "--index", part, *options,
                     self.collection], **quiet)
        elif engine == "xapian":
            loose = self.folder / "xapian.uncompacted"
            checked([self.bin / "bench" / "bench_xapian_build", loose, self.prepared, part], **quiet)
            shutil.rmtree(loose)
        elif engine == "sqlite":
            checked([self.bin / "bench" / "bench_sqlite_build", part, self.prepared,
                     "newest-first"], **quiet)
        else:
            checked(["java", "-Xmx2g", "-cp", f"{lucene_jars()}:{self.classes}", "LuceneBuild", part,
                     self.prepared, "1", "MERGE"], **quiet)

    def binaries(self, engine):
        return self.before if engine == "before" else self.bin

    def command(self, engine):
        if engine in OURS:
            return [self.binaries(engine) / "bench" / "bench_query_latency", "--index",
                    self.path(engine)]
        if engine == "lucene":
            # Memory enough that collecting garbage is rare; it is part of the times where it happens.
            return ["java", "-Xms2g", "-Xmx2g", "-cp", f"{lucene_jars()}:{self.classes}", "LuceneSearch",
                    self.path(engine)]
        return [self.bin / "bench" / f"bench_{engine}_search", self.path(engine)]

    def bytes_of(self, engine):
        path = self.path(engine)
        files = [path] if path.is_file() else path.rglob("*")
        return sum(file.stat().st_size for file in files if file.is_file())


def answers(engine, query):
    """Whether the engine has such a thing at all."""
    return engine in OURS or query.kind not in OWN_KINDS


class Child:
    """One engine as a process that answers line by line."""

    def __init__(self, workshop, engine, *options):
        self.engine = engine
        command = [str(part) for part in (*workshop.command(engine), *options)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, bufsize=1)

    def ask(self, query):
        """(microseconds, or the number of matches with --answers; ids)"""
        line = (f"{query.name}\t{query.pullquote()}" if self.engine in OURS
                else query.neutral())
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        reply = self.process.stdout.readline()
        if not reply:
            sys.exit(f"{self.engine} ended at: {line}")
        number, _, ids = reply.rstrip("\n").partition("\t")
        return float(number), ids.split()

    def close(self):
        self.process.stdin.close()
        if self.process.wait() != 0:
            sys.exit(f"{self.engine} failed")
