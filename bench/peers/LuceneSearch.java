// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene 8 over the sorted, force-merged index of LuceneBuild.java: one thread, mapped files, BM25
// with Lucene's defaults, top 10.
//
//   java -Xms2g -Xmx2g -cp ... LuceneSearch INDEX [--answers] < QUERIES   (peers/query_line.h)
//
// What is set so that neither side is flattered:
//  - The query cache is off: a benchmark repeats its queries, users seldom do.
//  - Top 10 stops counting after 1,000 hits, Lucene's own default (totalHitsThreshold), so that block-max
//    WAND is at work. --answers counts everything.
//  - Dates are IndexOrDocValuesQuery over points and doc values, the outlet an indexed term, both FILTER.
//  - "Newest" sorts by the order of the index, so that it ends after the threshold.
//  - Ids come from doc values; no stored article is read but for snippets (UnifiedHighlighter, which
//    analyses the ten bodies again, as Xapian's snippets do).
// Headline and body are one field, as in the other engines, here without the headline's extra weight.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.QueryBuilder;

public final class LuceneSearch {
  private static final int TOP = 10;
  private static final int TOTAL_HITS_THRESHOLD = 1000;
  private static final Sort NEWEST = new Sort(new SortField("published", SortField.Type.LONG, true));

  private final Analyzer analyzer = LuceneBuild.analyzer();
  private final QueryBuilder builder = new QueryBuilder(analyzer);
  private final LeafReader leaf;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;

  private LuceneSearch(String index) throws IOException {
    DirectoryReader reader = DirectoryReader.open(new MMapDirectory(Paths.get(index)));
    if (reader.leaves().size() != 1) throw new IOException(index + " is not force-merged");
    leaf = reader.leaves().get(0).reader();
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    highlighter = new Highlighter(searcher, analyzer);
  }

  // Bodies are taken from the stored lines.
  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter(IndexSearcher searcher, Analyzer analyzer) {
      super(searcher, analyzer);
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(
        String[] fields, DocIdSetIterator documents, int threshold)
        throws IOException {
      List<CharSequence[]> values = new ArrayList<>();
      for (int doc; (doc = documents.nextDoc()) != DocIdSetIterator.NO_MORE_DOCS; ) {
        values.add(new CharSequence[] {searcher.doc(doc).get("article").split("\u001f", -1)[4]});
      }
      return values;
    }
  }

  private Query words(String kind, String field, String words) {
    if (kind.equals("phrase")) return builder.createPhraseQuery(field, words);
    return builder.createBooleanQuery(field, words, kind.equals("all") ? Occur.MUST : Occur.SHOULD);
  }

  private Query query(String[] line) {
    String field = line[2].isEmpty() ? "text" : line[2].equals("quote") ? "quotes" : line[2];
    Query words = words(line[1], field, line[3]);
    if (line[5].isEmpty() && line[6].isEmpty()) return words;
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (!line[5].isEmpty()) {
      long since = Long.parseLong(line[4]);
      long last = Long.parseLong(line[5]) - 1;
      filtered.add(
          new IndexOrDocValuesQuery(
              LongPoint.newRangeQuery("published", since, last),
              NumericDocValuesField.newSlowRangeQuery("published", since, last)),
          Occur.FILTER);
    }
    if (!line[6].isEmpty()) filtered.add(new TermQuery(new Term("filter", line[6])), Occur.FILTER);
    return filtered.build();
  }

  private TopDocs top(Query query, boolean newest, int threshold) throws IOException {
    if (newest) {
      TopFieldCollector collector = TopFieldCollector.create(NEWEST, TOP, threshold);
      searcher.search(query, collector);
      return collector.topDocs();
    }
    TopScoreDocCollector collector = TopScoreDocCollector.create(TOP, threshold);
    searcher.search(query, collector);
    return collector.topDocs();
  }

  private String[] ids(ScoreDoc[] hits) throws IOException {
    // Doc values are read forwards: in docid order, then put back in rank order.
    Integer[] order = new Integer[hits.length];
    for (int i = 0; i < hits.length; ++i) order[i] = i;
    Arrays.sort(order, (a, b) -> Integer.compare(hits[a].doc, hits[b].doc));
    BinaryDocValues values = leaf.getBinaryDocValues("id");
    String[] ids = new String[hits.length];
    for (int i : order) {
      values.advanceExact(hits[i].doc);
      ids[i] = values.binaryValue().utf8ToString();
    }
    return ids;
  }

  private String answer(String text, boolean count) throws IOException {
    String[] line = text.split("\t", -1);
    long start = System.nanoTime();
    Query query = query(line);
    TopDocs top = top(query, line[7].equals("newest"), count ? Integer.MAX_VALUE : TOTAL_HITS_THRESHOLD);
    String[] ids = ids(top.scoreDocs);
    if (line[7].equals("snippets")) highlighter.highlight("text", query, top, 1);
    double micros = (System.nanoTime() - start) / 1e3;
    return (count ? Long.toString(top.totalHits.value) : String.format("%.1f", micros))
        + "\t" + String.join(" ", ids);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1 && arguments.length != 2) {
      System.err.println("usage: LuceneSearch INDEX [--answers] < QUERIES");
      System.exit(2);
    }
    LuceneSearch search = new LuceneSearch(arguments[0]);
    boolean count = arguments.length == 2;
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, "UTF-8");
    for (String line; (line = in.readLine()) != null; ) {
      out.print(search.answer(line, count) + "\n");
      out.flush();
    }
  }
}
