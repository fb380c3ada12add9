package org.errorpages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.errorpages.http.ContentNegotiator;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.status.Failure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.slf4j.LoggerFactory;

/**
 * Measures public responses from the throwable to the last byte, and their steps.
 *
 * <p>The failure has three causes, the browser is Chrome in Korean, nothing is logged. The baseline copies the same page from
 * an array.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class AnswerBenchmark {

    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    private final ErrorPages pages = ErrorPages.of(ErrorPagesConfig.defaults());
    private final Failure failure = Failure.thrown(new IllegalStateException(
            "order failed", new IllegalArgumentException("no price", new NullPointerException("price"))));

    private final RequestSnapshot html = request(CHROME);
    private final RequestSnapshot json = request("application/json");
    private final RequestSnapshot text = request("text/plain");
    private final ContentNegotiator<?> negotiator =
            new ContentNegotiator<>(List.of(HtmlRenderer.builtIn(), new ProblemJsonRenderer(), new TextRenderer()));
    private final SupportedLocales locales = SupportedLocales.builtIn();
    private final BufferedSink sink = new BufferedSink();
    private byte[] page = {};

    /** Disables logging and renders the page once. */
    @Setup
    public void start() throws IOException {
        ((Logger) LoggerFactory.getLogger("org.errorpages.incident")).setLevel(Level.OFF);
        pages.answer(failure, html).writeTo(sink);
        page = sink.copy();
    }

    private static RequestSnapshot request(String accept) {
        return RequestSnapshot.of("GET", "/orders/42")
                .withRemoteAddress("192.0.2.7")
                .withHeader("Host", "shop.example.test")
                .withHeader("Accept", accept)
                .withHeader("Accept-Language", "ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7")
                .withHeader(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36")
                .withHeader("Sec-Fetch-Dest", "document")
                .withHeader("Sec-Fetch-Mode", "navigate");
    }

    /** Copies the same page. */
    @Benchmark
    public int copyOfThePage() {
        return sink.reset().fill(page);
    }

    /** Responds with a page. */
    @Benchmark
    public int answerHtml() throws IOException {
        return answer(html);
    }

    /** Responds with problem details. */
    @Benchmark
    public int answerJson() throws IOException {
        return answer(json);
    }

    /** Responds with text. */
    @Benchmark
    public int answerText() throws IOException {
        return answer(text);
    }

    private int answer(RequestSnapshot request) throws IOException {
        sink.reset();
        pages.answer(failure, request).writeTo(sink);
        return sink.length();
    }

    /** Classifies the failure. */
    @Benchmark
    public void classification(Blackhole blackhole) {
        blackhole.consume(pages.classify(failure, html));
    }

    /** Negotiates the format. */
    @Benchmark
    public void negotiation(Blackhole blackhole) {
        blackhole.consume(negotiator.choose(html.headers()));
    }

    /** Selects the language. */
    @Benchmark
    public void language(Blackhole blackhole) {
        blackhole.consume(locales.messagesFor(html.headers().lines("Accept-Language"), null));
    }

    /** Copies bytes to an existing buffer, as a server does. */
    private static final class BufferedSink extends OutputStream {

        private final byte[] buffer = new byte[32_768];
        private int length;

        BufferedSink reset() {
            length = 0;
            return this;
        }

        int fill(byte[] bytes) {
            write(bytes, 0, bytes.length);
            return length;
        }

        int length() {
            return length;
        }

        byte[] copy() {
            return Arrays.copyOf(buffer, length);
        }

        @Override
        public void write(int b) {
            buffer[length++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            System.arraycopy(bytes, from, buffer, length, count);
            length += count;
        }
    }
}
