package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.errorpages.container.Container;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that all containers merge web.xml and fragments alike, including the reader for Undertow. */
@Tag("thorough")
final class DescriptorsIT {

    private static final String METADATA_COMPLETE =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
              <listener>
                <listener-class>org.errorpages.servlet.ApplicationStart</listener-class>
              </listener>
            </web-app>
            """;

    private static final String FRAGMENT =
            """
            <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <name>other</name>
              <servlet>
                <servlet-name>other</servlet-name>
                <servlet-class>org.errorpages.servlet.Application$Working</servlet-class>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>other</servlet-name>
                <url-pattern>/other</url-pattern>
              </servlet-mapping>
              <error-page>
                <error-code>404</error-code>
                <location>/other</location>
              </error-page>
            </web-fragment>
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void metadataCompleteExcludesFragmentsButNotInitializers(Container container) throws Exception {
        var war = WarFolder.with(folder, "").file("WEB-INF/web.xml", METADATA_COMPLETE);

        try (var server = container.serve(war)) {
            assertThat(server.get("/ok").body()).contains("errorpages");
            assertThat(server.get("/fail/bug").headers().firstValue("Content-Language"))
                    .isPresent();
            assertThat(server.get("/fail/send503").headers().firstValue("X-Robots-Tag"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void absoluteOrderingExcludesBoth(Container container) throws Exception {
        try (var server = container.serve(WarFolder.with(folder, "<absolute-ordering/>"))) {
            assertThat(server.get("/ok").body()).doesNotContain("errorpages");
            assertThat(server.get("/fail/send503").headers().firstValue("X-Robots-Tag"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFragmentOfAnotherJarApplies(Container container) throws Exception {
        var war = WarFolder.with(folder, "").library("other.jar", Map.of("META-INF/web-fragment.xml", FRAGMENT));

        try (var server = container.serve(war)) {
            assertThat(server.get("/other").statusCode()).isEqualTo(200);
            assertThat(server.get("/missing").statusCode()).isEqualTo(404);
            assertThat(server.get("/missing").body()).startsWith("ok ");
            assertThat(server.get("/fail/send503").headers().firstValue("X-Robots-Tag"))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void webXmlOverridesFragments(Container container) throws Exception {
        var page = "<error-page><error-code>503</error-code><location>/ok</location></error-page>";

        try (var server = container.serve(WarFolder.with(folder, page))) {
            assertThat(server.get("/fail/send503").statusCode()).isEqualTo(503);
            assertThat(server.get("/fail/send503").body()).startsWith("ok ");
        }
    }
}
