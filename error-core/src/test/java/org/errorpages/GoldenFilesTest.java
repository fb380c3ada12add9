package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares responses with the golden files byte by byte; -Dgolden.update=true rewrites the files. */
final class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<Arguments> answers() {
        return Stream.of("production", "development").flatMap(mode -> Stream.of("en", "ko")
                .flatMap(language -> List.of("html", "json", "xml", "txt", "md").stream()
                        .map(format -> Arguments.of(mode, language, format))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theResponseIsThatOfTheGoldenFile(String mode, String language, String format) throws IOException {
        var pages = Fixtures.builder(
                        "mode", mode,
                        "siteName", "Harbour Books",
                        "contact", "help@example.test",
                        "homeUrl", "/",
                        "applicationPackages", "shop",
                        "sourcePath", "src/test/resources/sources")
                .build();
        var request = Fixtures.request(accept(format), language)
                .withQuery("page=2&token=s3cr3t")
                .withHeader("Cookie", "session=s3cr3t");

        var answer =
                withoutFolder(pages.answer(Failure.thrown(timeout()), request).text());

        var file = FOLDER.resolve(mode + "-504." + language + "." + format);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(file)).doesNotContain("s3cr3t");
    }

    /** Replaces the folder of the sources, which differs between machines. */
    private static String withoutFolder(String answer) throws IOException {
        return answer.replace(Path.of("").toRealPath().toString(), "/error-core");
    }

    private static String accept(String format) {
        return switch (format) {
            case "html" -> "text/html";
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "md" -> "text/markdown";
            default -> "text/plain";
        };
    }

    /** A payment timeout with two causes and markup in its message. */
    private static Throwable timeout() {
        var root = new java.net.http.HttpTimeoutException("request timed out <after> 500 ms & more");
        root.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("jdk.internal.net.http.HttpClientImpl", "send", "HttpClientImpl.java", 573),
            new StackTraceElement("jdk.internal.net.http.HttpClientFacade", "send", "HttpClientFacade.java", 123),
            new StackTraceElement("shop.payments.Gateway", "charge", "Gateway.java", 41),
            new StackTraceElement("shop.web.OrderServlet", "doPost", "OrderServlet.java", 27),
            new StackTraceElement("jakarta.servlet.http.HttpServlet", "service", "HttpServlet.java", 590)
        });
        var upstream = new UpstreamException("payments", root);
        upstream.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("shop.payments.Gateway", "charge", "Gateway.java", 44),
            new StackTraceElement("shop.web.OrderServlet", "doPost", "OrderServlet.java", 27),
            new StackTraceElement("jakarta.servlet.http.HttpServlet", "service", "HttpServlet.java", 590)
        });
        upstream.addSuppressed(new IllegalStateException("the till was already closed"));
        upstream.getSuppressed()[0].setStackTrace(new StackTraceElement[0]);
        return upstream;
    }
}
