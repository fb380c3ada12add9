package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.FakeServletContext.code;
import static org.errorpages.servlet.FakeServletContext.page;
import static org.errorpages.servlet.FakeServletContext.type;

import jakarta.servlet.ServletException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the lookup of error pages. */
final class ApplicationErrorPagesTest {

    @Test
    void anApplicationWithoutDescriptorsHasNoPages() {
        var application = new FakeServletContext();
        var pages = application.pages();

        assertThat(pages.forStatus(404)).isEmpty();
        assertThat(pages.forException(new IOException())).isEmpty();
        assertThat(pages.codes()).isEmpty();
        assertThat(pages.forStatus(599)).isEmpty();
        assertThat(pages.described()).isEmpty();
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void aStatusHasThePageOfItsCode() {
        var application = FakeServletContext.with(code(404, "/404") + page("", "/default"));

        assertThat(application.pages().forStatus(404)).contains("/404");
        assertThat(application.openStreams()).isZero();
    }

    @Test
    void aStatusWithoutAnEntryHasTheDefaultPage() {
        var pages = FakeServletContext.with(code(404, "/404") + page("", "/default"))
                .pages();

        assertThat(pages.forStatus(503)).contains("/default");
        assertThat(pages.forStatus(599)).contains("/default");
        assertThat(pages.codes()).containsExactly(404);
    }

    @Test
    void aStatusWithoutAnEntryHasNoPageWithoutADefault() {
        assertThat(FakeServletContext.with(code(404, "/404")).pages().forStatus(503))
                .isEmpty();
    }

    @Test
    void anExceptionHasNoDefaultPage() {
        assertThat(FakeServletContext.with(page("", "/default")).pages().forException(new IOException()))
                .isEmpty();
    }

    @Test
    void theClosestClassWins() {
        var pages = FakeServletContext.with(type(Exception.class, "/exception")
                        + type(IOException.class, "/io")
                        + type(Throwable.class, "/throwable"))
                .pages();

        assertThat(pages.forException(new FileNotFoundException())).contains("/io");
        assertThat(pages.forException(new IllegalStateException())).contains("/exception");
        assertThat(pages.forException(new AssertionError())).contains("/throwable");
    }

    @Test
    void anEntryForASubclassDoesNotMatch() {
        assertThat(FakeServletContext.with(type(FileNotFoundException.class, "/x"))
                        .pages()
                        .forException(new IOException()))
                .isEmpty();
    }

    @Test
    void aNestedExceptionClassIsFoundByItsBinaryName() {
        var pages = FakeServletContext.with(
                        page("<exception-type>" + OutOfStock.class.getName() + "</exception-type>", "/stock"))
                .pages();

        assertThat(OutOfStock.class.getName()).contains("$");
        assertThat(pages.forException(new OutOfStock())).contains("/stock");
        assertThat(pages.forException(new OutOfStock() {
                    @Serial
                    private static final long serialVersionUID = 1;
                }))
                .contains("/stock");
    }

    @Test
    void anEntryForObjectDoesNotMatch() {
        assertThat(FakeServletContext.with(type(Object.class, "/object"))
                        .pages()
                        .forException(new IOException()))
                .isEmpty();
    }

    @Test
    void classNamesOfTheOldServletPackageHaveNoSpecialMeaning() {
        var pages = FakeServletContext.with(
                        page("<exception-type>javax.servlet.ServletException</exception-type>", "/old"))
                .pages();

        assertThat(pages.forException(new ServletException())).isEmpty();
        assertThat(pages.described()).containsExactly("javax.servlet.ServletException");
    }

    @Test
    void theDescriptionListsCodesThenClassesThenTheDefault() {
        var pages = FakeServletContext.with(page("", "/d")
                        + type(TimeoutException.class, "/t")
                        + code(500, "/500")
                        + type(IOException.class, "/io")
                        + code(404, "/404"))
                .pages();

        assertThat(pages.described())
                .containsExactly(
                        "404", "500", "java.io.IOException", "java.util.concurrent.TimeoutException", "default");
        assertThat(pages.codes()).containsExactly(404, 500);
    }

    @ParameterizedTest
    @CsvSource({"20, 419", "21, 2 more", "600, 581 more"})
    void theDescriptionListsAtMostTwentyEntries(int codes, String last) {
        var pages = FakeServletContext.with(IntStream.range(400, 400 + codes)
                        .mapToObj(code -> code(code, "/x"))
                        .collect(Collectors.joining()))
                .pages();

        assertThat(pages.described()).hasSize(20).startsWith("400", "401").endsWith(last);
        assertThat(pages.codes()).hasSize(Math.min(codes, 600));
    }

    /** A checked exception of an application. */
    private static class OutOfStock extends Exception {

        @Serial
        private static final long serialVersionUID = 1;
    }
}
