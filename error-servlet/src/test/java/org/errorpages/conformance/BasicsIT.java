package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that each exception behind the filter results in a page and is logged once. */
final class BasicsIT {

    private static final String LISTENER =
            "<listener><listener-class>org.errorpages.conformance.ApplicationBasics$Start</listener-class></listener>";

    @RegisterExtension
    static final Servers PUBLIC = Servers.of(folder -> war(folder, LISTENER));

    @RegisterExtension
    static final Servers DEVELOPERS = Servers.of(folder -> war(folder, LISTENER + setting("mode", "development")));

    private static WarFolder war(Path folder, String elements) {
        return WarFolder.with(folder, elements)
                .file("WEB-INF/error-map.properties", "java.net.SocketTimeoutException@self = 504");
    }

    private static Exchange get(Container container, String path) throws Exception {
        return Exchange.get(PUBLIC.on(container), path);
    }

    private static Exchange getAsDeveloper(Container container, String path) throws Exception {
        return Exchange.get(DEVELOPERS.on(container), path);
    }

    @Case(1)
    void aRuntimeExceptionResultsIn500(Container container) throws Exception {
        get(container, "/throw/runtime").showsPage(500).isLoggedOnceWith(IllegalArgumentException.class);
    }

    @Case(2)
    void aServletExceptionIsClassifiedByItsCause(Container container) throws Exception {
        get(container, "/throw/cause").showsPage(500).isLoggedOnceWith(SQLException.class);

        getAsDeveloper(container, "/throw/cause").showsDevelopers("SQLException 발생");
    }

    @Case(3)
    void aServletExceptionInAServletExceptionIsClassifiedByItsCause(Container container) throws Exception {
        get(container, "/throw/nested").showsPage(500).isLoggedOnceWith(IllegalStateException.class);

        getAsDeveloper(container, "/throw/nested").showsDevelopers("IllegalStateException 발생");
    }

    @Case(4)
    void aServletExceptionWithoutACauseResultsIn500(Container container) throws Exception {
        var exchange = get(container, "/throw/null-cause").showsPage(500);

        exchange.isLoggedOnceWith(ServletException.class);
        assertThat(exchange.log().text()).doesNotContain("NullPointerException");
    }

    @Case(5)
    void aCyclicCauseChainResultsIn500(Container container) throws Exception {
        get(container, "/throw/cycle").showsPage(500).isLoggedOnceWith(IllegalArgumentException.class);

        getAsDeveloper(container, "/throw/cycle").showsDevelopers("Illegal");
    }

    @Case(6)
    void anIoExceptionIsNotTakenForADisconnectOfTheClient(Container container) throws Exception {
        get(container, "/throw/io").showsPage(500).isLoggedOnceWith(IOException.class);
    }

    @Case(7)
    void anAssertionErrorIsShownWithoutTheContainersWrapper(Container container) throws Exception {
        get(container, "/throw/assertion").showsPage(500).isLoggedOnceWith(AssertionError.class);

        getAsDeveloper(container, "/throw/assertion").showsDevelopers("AssertionError 발생");
    }

    @Case(8)
    void aStackOverflowResultsIn500(Container container) throws Exception {
        get(container, "/throw/overflow").showsPage(500).isLoggedOnceWith(StackOverflowError.class);
    }

    @Case(9)
    void anOutOfMemoryErrorResultsIn500(Container container) throws Exception {
        get(container, "/throw/memory").showsPage(500).isLoggedOnceWith(OutOfMemoryError.class);
    }

    @Case(10)
    void anUndeclaredCheckedExceptionResultsIn500(Container container) throws Exception {
        get(container, "/throw/sneaky").showsPage(500).isLoggedOnceWith(ApplicationBasics.Checked.class);

        getAsDeveloper(container, "/throw/sneaky").showsDevelopers("ApplicationBasics.Checked 발생");
    }

    @Case(11)
    void aTimeoutResultsIn504IfTheErrorMapMapsIt(Container container) throws Exception {
        get(container, "/throw/late").showsPage(504).isLoggedOnceWith(SocketTimeoutException.class);

        get(container, "/throw/upstream-late").showsPage(504).isLoggedOnceWith(SocketTimeoutException.class);
    }

    @Case(12)
    void anExhaustedPoolResultsIn503WithRetryAfter(Container container) throws Exception {
        var exchange = get(container, "/throw/pool").showsPage(503);

        exchange.isLoggedOnceWith(SQLTransientConnectionException.class);
        assertThat(exchange.answer().headers("Retry-After")).singleElement().isIn("2", "3");
    }

    @Case(13)
    void anExceptionOfAFilterBelowOursIsHandledLikeThatOfAServlet(Container container) throws Exception {
        get(container, "/below").showsPage(500).isLoggedOnceWith(IllegalStateException.class);
    }
}
