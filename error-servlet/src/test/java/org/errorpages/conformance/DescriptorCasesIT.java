package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.errorpages.conformance.ExpectedPage.forStatus;
import static org.errorpages.conformance.ExpectedPage.forType;
import static org.errorpages.conformance.ExpectedPage.send;
import static org.errorpages.conformance.PublicPage.KOREAN;
import static org.errorpages.container.WarFolder.setting;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the effect of web.xml and of fragments in other jars. */
@Tag("thorough")
final class DescriptorCasesIT {

    private static final String STARTS =
            """
              <listener><listener-class>org.errorpages.servlet.ApplicationStart</listener-class></listener>
              <listener>
                <listener-class>org.errorpages.conformance.ApplicationOwnPages$Start</listener-class>
              </listener>
            """;

    private static final String STATE_PAGE = forType("java.lang.IllegalStateException", "/own/state");

    @TempDir
    private Path folder = Path.of("");

    private WarFolder withFragment(String elements, String pages) {
        var fragment = "<web-fragment xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'><name>other</name>"
                + pages + "</web-fragment>";
        return ExpectedPage.war(folder, elements).library("other.jar", Map.of("META-INF/web-fragment.xml", fragment));
    }

    @Case(44)
    void aPageThatOnlyAFragmentNamesIsShown(Container container) throws Exception {
        var war = withFragment("", STATE_PAGE + forStatus(506, "/own/506"))
                .file("WEB-INF/error-map.properties", "java.lang.ArithmeticException = 506\n");

        try (var server = container.serve(war)) {
            new ExpectedPage("state", 500, "IllegalStateException").assertShown(server, "GET", "/shop/state");
            new ExpectedPage("506", 506, "ArithmeticException").assertShown(server, "GET", "/shop/broken500");
            assertThat(send(server, "GET", "/shop/send?506").text()).startsWith("own/506\nstatus: 506\n");
            PublicPage.in(send(server, "GET", "/shop/send?503", KOREAN), 503);
        }
    }

    @Case(45)
    void twoFragmentsWithAPageForOneStatusPreventTheStart(Container container) throws Exception {
        var war = withFragment("", forStatus(503, "/own/503"));

        try (var log = CapturedLog.open()) {
            var refused = catchThrowable(() -> container.serve(war).close());

            assertThat(refused).isNotNull();
            assertThat(Throwables.getStackTrace(refused) + log.settle().text())
                    .containsPattern(
                            "\\[Error Page\\] with name \\[503] was defined inconsistently|onflicting error-code or"
                                    + " exception-type 503|error page for 503");
        }
    }

    @ParameterizedTest
    @EnumSource
    void webXmlResolvesAConflictOfFragments(Container container) throws Exception {
        var war = withFragment(forStatus(503, "/own/mine"), forStatus(503, "/own/503"));

        try (var server = container.serve(war)) {
            assertThat(send(server, "GET", "/shop/send?503").text()).startsWith("own/mine\n");
            new ExpectedPage("mine", 503, "TimeoutException").assertShown(server, "GET", "/shop/timeout");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavingOneOutResolvesAConflictOfFragments(Container container) throws Exception {
        var war = withFragment(
                "<absolute-ordering><name>errorpages</name></absolute-ordering>", forStatus(503, "/own/503"));

        try (var server = container.serve(war)) {
            PublicPage.in(send(server, "GET", "/shop/send?503", KOREAN), 503);
            PublicPage.in(send(server, "GET", "/shop/timeout", KOREAN), 503);
        }
    }

    @Case(46)
    void metadataCompleteKeepsTheFilterActive(Container container) throws Exception {
        var webXml = "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0' metadata-complete='true'>\n"
                + STARTS + STATE_PAGE + "</web-app>";
        var war = withFragment("", forType("java.lang.ArithmeticException", "/own/number"))
                .file("WEB-INF/web.xml", webXml);

        try (var server = container.serve(war)) {
            PublicPage.in(send(server, "GET", "/shop/timeout", KOREAN), 503);
            PublicPage.in(send(server, "PUT", "/shop/broken500", KOREAN), 500);
            new ExpectedPage("state", 500, "IllegalStateException").assertShown(server, "GET", "/shop/state");
            assertThat(send(server, "GET", "/shop/send?503").status()).isEqualTo(503);
            assertThat(send(server, "GET", "/shop/send?503").header("X-Robots-Tag"))
                    .isEmpty();
        }
    }

    @Case(47)
    void absoluteOrderingWithoutOurFragmentDisablesIt(Container container) throws Exception {
        var order = "<absolute-ordering><name>other</name></absolute-ordering>";

        try (var log = CapturedLog.open();
                var server = container.serve(withFragment(order, forStatus(506, "/own/506")))) {
            assertThat(server.get("/ok").body()).doesNotContain("errorpages");
            assertThat(send(server, "GET", "/errorpages").status()).isEqualTo(404);
            assertThat(send(server, "GET", "/shop/send?506").text()).startsWith("own/506\n");
            var failed = send(server, "GET", "/shop/state", KOREAN);
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.header("X-Robots-Tag")).isEmpty();
            assertThat(log.settle().text()).doesNotContain("org.errorpages.servlet.ErrorPage", "errorpages:");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOldWebXmlWithADocumentTypeIsRead(Container container) throws Exception {
        var webXml =
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN"
                  "http://java.sun.com/dtd/web-app_2_3.dtd">
                <web-app>
                """
                        + STARTS + STATE_PAGE + forStatus(506, "/own/506") + "</web-app>";
        var war = ExpectedPage.war(folder, "").file("WEB-INF/web.xml", webXml);

        try (var log = CapturedLog.open();
                var server = container.serve(war)) {
            new ExpectedPage("state", 500, "IllegalStateException").assertShown(server, "GET", "/shop/state");
            PublicPage.in(send(server, "GET", "/shop/timeout", KOREAN), 503);
            assertThat(log.text()).doesNotContain("are ignored").contains("506, java.lang.IllegalStateException");
        }
    }

    @Case(48)
    void aFilterInWebXmlIsTheOnlyOneAndItsParametersApply(Container container) throws Exception {
        for (var name : new String[] {"errorpages", "mine"}) {
            var war = ExpectedPage.war(
                    folder.resolve(name), setting("siteName", "From the context") + filter(name, "From the filter"));

            try (var log = CapturedLog.open();
                    var server = container.serve(war)) {
                assertThat(server.get("/ok").body()).contains("behind [" + name);
                log.mark();
                var thrown = send(server, "GET", "/shop/state", KOREAN);

                assertThat(thrown.text()).contains("From the filter").doesNotContain("From the context");
                var id = PublicPage.in(thrown, 500).incidentId();
                assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
                assertThat(PublicPage.incidentIds(log.text())).containsExactly(id);
                assertThat(send(server, "GET", "/shop/send?503", KOREAN).text()).contains("From the filter");
            }
        }
    }

    private static String filter(String name, String siteName) {
        return """
                <filter>
                  <filter-name>%s</filter-name>
                  <filter-class>org.errorpages.servlet.ErrorPageFilter</filter-class>
                  <async-supported>true</async-supported>
                  <init-param><param-name>siteName</param-name><param-value>%s</param-value></init-param>
                </filter>
                <filter-mapping>
                  <filter-name>%s</filter-name>
                  <url-pattern>/*</url-pattern>
                  <dispatcher>REQUEST</dispatcher>
                  <dispatcher>ASYNC</dispatcher>
                  <dispatcher>ERROR</dispatcher>
                </filter-mapping>
                """
                .formatted(name, siteName, name);
    }

    @Case(49)
    void withoutAutoRegisterOnlyTheFragmentResponds(Container container) throws Exception {
        try (var log = CapturedLog.open();
                var server = container.serve(ExpectedPage.war(folder, setting("autoRegister", "false")))) {
            assertThat(server.get("/ok").body()).contains("behind [").doesNotContain("behind [errorpages");
            log.mark();
            var thrown = PublicPage.in(send(server, "GET", "/shop/state", KOREAN), 500);

            assertThat(log.settle().stackTraces()).as(log.text()).hasSize(1);
            assertThat(PublicPage.incidentIds(log.text())).containsExactly(thrown.incidentId());
            PublicPage.in(send(server, "GET", "/shop/send?503", KOREAN), 503);
        }
    }
}
