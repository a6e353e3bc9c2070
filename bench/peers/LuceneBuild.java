// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene 8: the same fields with positions, the same filters, value and stored article, written by
// one or more threads into one index. EnglishAnalyzer without stop words, as ours keeps them.
//
//   javac -cp /usr/share/java/lucene-core-8.jar:... LuceneBuild.java
//   java LuceneBuild INDEX PREPARED THREADS
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

public final class LuceneBuild {
  private static final int BATCH = 256;

  private static Document document(String line) {
    String[] fields = line.split("\u001f", -1);
    Document document = new Document();
    document.add(new TextField("headline", fields[3], Field.Store.NO));
    document.add(new TextField("body", fields[4], Field.Store.NO));
    document.add(new TextField("quotes", fields[5], Field.Store.NO));
    for (String filter : fields[6].split("\u001e")) {
      document.add(new StringField("filter", filter, Field.Store.NO));
    }
    if (!fields[1].isEmpty()) {
      long published = Long.parseLong(fields[1]);
      document.add(new LongPoint("published", published));
      document.add(new NumericDocValuesField("published", published));
    }
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
    if (arguments.length != 3) {
      System.err.println("usage: LuceneBuild INDEX PREPARED THREADS");
      System.exit(2);
    }
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer(CharArraySet.EMPTY_SET));
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(256);
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
      writer.commit();
    }
  }
}
