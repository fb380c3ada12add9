package org.errorpages.container;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * Captures the log of containers and applications from INFO on; all of them use java.util.logging, which exists once in the
 * JVM. A container may log after the client has its response: call {@link #settle()} before counting. For this reason
 * the capture starts when nothing has been logged for a moment: records of an earlier test don't count.
 */
public final class CapturedLog implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");
    private static final long QUIET_MILLIS = 150;
    private static final Watch WATCH = new Watch();

    private final List<LogRecord> all = new CopyOnWriteArrayList<>();
    private final Handler handler = new Collector(all);
    private int mark;

    private CapturedLog() {}

    /** Starts the capture as soon as nothing has been logged for a moment. */
    public static CapturedLog open() {
        WATCH.awaitQuiet();
        var log = new CapturedLog();
        ROOT.addHandler(log.handler);
        return log;
    }

    /** Discards all records up to now. */
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

    /** Returns the records since the mark. */
    public List<LogRecord> records() {
        return List.copyOf(all.subList(mark, all.size()));
    }

    /** Returns the records since the mark that have a stack trace. */
    public List<LogRecord> stackTraces() {
        return records().stream().filter(each -> each.getThrown() != null).toList();
    }

    /** Returns the records since the mark of a level or above. */
    public List<LogRecord> atLeast(Level level) {
        return records().stream()
                .filter(each -> each.getLevel().intValue() >= level.intValue())
                .toList();
    }

    /** Returns the messages since the mark with their stack traces, one per line. */
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

    private abstract static class Listener extends Handler {

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class Collector extends Listener {

        private final List<LogRecord> records;

        Collector(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }
    }

    /** Records the time of the last log record, from the first capture on. */
    private static final class Watch extends Listener {

        private volatile long last = System.nanoTime();

        Watch() {
            ROOT.addHandler(this);
        }

        @Override
        public void publish(LogRecord logged) {
            last = System.nanoTime();
        }

        void awaitQuiet() {
            for (long left = left(); left > 0; left = left()) {
                LockSupport.parkNanos(left);
            }
        }

        private long left() {
            return TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS) - (System.nanoTime() - last);
        }
    }
}
