package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests failures before our filter is called, for which the container dispatches to our page. */
final class OutsideTheFilterIT {

    /** The other filter is called first, because web.xml registers both. */
    private static final String ELEMENTS =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationOutside$Start</listener-class>
            </listener>
            <filter>
              <filter-name>above</filter-name>
              <filter-class>org.errorpages.conformance.ApplicationOutside$Above</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter>
              <filter-name>ours</filter-name>
              <filter-class>org.errorpages.servlet.ErrorPageFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>above</filter-name>
              <url-pattern>/*</url-pattern>
            </filter-mapping>
            <filter-mapping>
              <filter-name>ours</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>ASYNC</dispatcher>
              <dispatcher>ERROR</dispatcher>
            </filter-mapping>
            """;

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, ELEMENTS));

    private static Exchange get(Container container, String path) throws Exception {
        return Exchange.get(SERVERS.on(container), path);
    }

    @Case(14)
    void anExceptionOfAFilterAboveOursIsRenderedByTheErrorPage(Container container) throws Exception {
        get(container, "/above").showsPage(500).isLoggedOnceWith(IllegalStateException.class);
        get(container, "/above-io").showsPage(500).isLoggedOnceWith(IOException.class);
    }

    @Case(15)
    void anExceptionOfARequestListenerResultsIn500(Container container) throws Exception {
        var exchange = get(container, "/met");

        assertThat(exchange.answer().end()).as(exchange.toString()).isEqualTo(End.COMPLETE);
        assertThat(exchange.answer().status()).isEqualTo(500);
        assertThat(exchange.log().text()).contains("secret of a listener");
        assertThat(exchange.log().stackTraces()).hasSize(container == Container.UNDERTOW ? 2 : 1);
        assertThat(form(exchange)).isEqualTo(Differences.expected(15, container, "our page"));
    }

    private static String form(Exchange exchange) {
        var body = exchange.answer().text();
        if (body.isEmpty()) {
            return "500 without a body";
        }
        if (body.contains("HTTP Status 500")) {
            return "500 with its own page";
        }
        exchange.showsPage(500);
        return "our page";
    }

    @Case(16)
    void aServletThatDoesNotStartResultsIn500OnEachRequest(Container container) throws Exception {
        var first = get(container, "/init").showsPage(500);
        var second = get(container, "/init");

        assertThat(first.incidentLines()).singleElement().asString().contains(first.incident());
        assertThat(first.log().stackTraces().size() + " logged, then "
                        + second.answer().status())
                .isEqualTo(Differences.expected(16, container, "1 logged, then 500"));
        if (second.answer().status() == 500) {
            second.showsPage(500).isLoggedOnceWith(ServletException.class);
        }
    }

    @Case(17)
    void aMissingClassResultsIn500(Container container) throws Exception {
        get(container, "/unlinked/in-code").showsPage(500).isLoggedOnceWith(NoClassDefFoundError.class);

        get(container, "/unlinked/by-name").showsPage(500).isLoggedOnceWith(ClassNotFoundException.class);

        var unmade = get(container, "/unmade").showsPage(500);
        assertThat(unmade.incidentLines()).singleElement().asString().contains(unmade.incident());
    }
}
