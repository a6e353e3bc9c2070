// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene 8: the same fields with positions, the same filters, value and stored article, written by
// one or more threads into one index. EnglishAnalyzer without stop words, as ours keeps them.
// With MERGE the index is sorted by time, newest first, and force-merged to one segment, which is what
// LuceneSearch.java wants.
//
//   javac -cp /usr/share/java/lucene-core-8.jar:... LuceneBuild.java
//   java LuceneBuild INDEX PREPARED THREADS [MERGE]
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public final class LuceneBuild {
  private static final int BATCH = 256;

  // EnglishAnalyzer with a gap between headline and body, so that no phrase crosses it.
  static Analyzer analyzer() {
    Analyzer english = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return english;
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return 100;
      }
    };
  }

  private static Document document(String line) {
    String[] fields = line.split("\u001f", -1);
    Document document = new Document();
    document.add(new TextField("headline", fields[3], Field.Store.NO));
    document.add(new TextField("text", fields[3], Field.Store.NO));
    document.add(new TextField("text", fields[4], Field.Store.NO));
    document.add(new TextField("quotes", fields[5], Field.Store.NO));
    for (String filter : fields[6].split("\u001e")) {
      document.add(new StringField("filter", filter, Field.Store.NO));
    }
    if (!fields[1].isEmpty()) {
      long published = Long.parseLong(fields[1]);
      document.add(new LongPoint("published", published));
      document.add(new NumericDocValuesField("published", published));
    }
    document.add(new BinaryDocValuesField("id", new BytesRef(fields[0])));
    document.add(new StoredField("article", line));
    return document;
  }

  private static List<String> batch(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>(BATCH);
    synchronized (in) {
      for (String line; lines.size() < BATCH && (line = in.readLine()) != null; ) lines.add(line);
    }
    return lines;
  }

  private static void work(BufferedReader in, IndexWriter writer) {
    try {
      for (List<String> lines; !(lines = batch(in)).isEmpty(); ) {
        for (String line : lines) writer.addDocument(document(line));
      }
    } catch (IOException error) {
      error.printStackTrace();
      System.exit(1);
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3 && arguments.length != 4) {
      System.err.println("usage: LuceneBuild INDEX PREPARED THREADS [MERGE]");
      System.exit(2);
    }
    IndexWriterConfig config = new IndexWriterConfig(analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(256);
    boolean merge = arguments.length == 4;
    if (merge) {
      config.setIndexSort(new Sort(new SortField("published", SortField.Type.LONG, true)));
    }
    try (Directory directory = FSDirectory.open(Paths.get(arguments[0]));
         IndexWriter writer = new IndexWriter(directory, config);
         BufferedReader in =
             Files.newBufferedReader(Paths.get(arguments[1]), StandardCharsets.UTF_8)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < Integer.parseInt(arguments[2]); ++i) {
        threads.add(new Thread(() -> work(in, writer)));
      }
      for (Thread thread : threads) thread.start();
      for (Thread thread : threads) thread.join();
      if (merge) writer.forceMerge(1);
      writer.commit();
    }
  }
}
