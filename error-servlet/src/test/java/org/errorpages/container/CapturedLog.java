package org.errorpages.container;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * What containers and applications log, from INFO on: all of them end in java.util.logging, which exists once in the
 * JVM. A container may log after the client has its answer: {@link #settle()} first, then count.
 */
public final class CapturedLog implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final long QUIET_MILLIS = 150;

    private final List<LogRecord> all = new CopyOnWriteArrayList<>();
    private final Handler handler = new Collector(all);
    private int mark;

    private CapturedLog() {}

    /** Starts to listen. */
    public static CapturedLog open() {
        var log = new CapturedLog();
        ROOT.addHandler(log.handler);
        return log;
    }

    /** Forgets what came up to now. */
    public void mark() {
        mark = all.size();
    }

    /** Waits until nothing has been logged for a moment. */
    public CapturedLog settle() throws InterruptedException {
        int before;
        do {
            before = all.size();
            Thread.sleep(QUIET_MILLIS);
        } while (all.size() > before);
        return this;
    }

    /** Returns what came since the mark. */
    public List<LogRecord> records() {
        return List.copyOf(all.subList(mark, all.size()));
    }

    /** Returns what came since the mark with a stack trace. */
    public List<LogRecord> stackTraces() {
        return records().stream().filter(each -> each.getThrown() != null).toList();
    }

    /** Returns what came since the mark and is a level or worse. */
    public List<LogRecord> atLeast(Level level) {
        return records().stream()
                .filter(each -> each.getLevel().intValue() >= level.intValue())
                .toList();
    }

    /** Returns the messages since the mark, a line each, with their stack traces. */
    public String text() {
        var formatter = new SimpleFormatter();
        return records().stream()
                .map(each -> each.getLevel() + " " + each.getLoggerName() + ": " + formatter.formatMessage(each)
                        + stack(each))
                .collect(Collectors.joining("\n"));
    }

    private static String stack(LogRecord logged) {
        var thrown = logged.getThrown();
        if (thrown == null) {
            return "";
        }
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return "\n" + text;
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
    }

    private static final class Collector extends Handler {

        private final List<LogRecord> records;

        Collector(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
