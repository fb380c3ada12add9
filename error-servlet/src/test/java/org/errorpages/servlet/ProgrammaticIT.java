package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests embedded servers, as the README shows them. */
final class ProgrammaticIT {

    /** The client addresses that a listener has received. */
    private final List<String> clients = new CopyOnWriteArrayList<>();

    private final ErrorPages pages = ErrorPages.builder()
            .config(ErrorPagesConfig.from(Map.of("siteName", "Harbour Books", "defaultLocale", "en")))
            .listener(incident -> clients.add(incident.request().remoteAddress()))
            .build();

    /** Throws or sends 503. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/shop/closed")) {
                response.sendError(503);
            } else {
                throw new IllegalStateException("secret inside");
            }
        }
    }

    @Test
    void embeddedJettyUsesTheGivenInstance() throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);

        var context = new ServletContextHandler("/");
        context.addServlet(Shop.class, "/shop/*");
        context.addServletContainerInitializer(new ErrorPagesInitializer(pages));
        var errorPages = new ErrorPageErrorHandler();
        errorPages.addErrorPage(500, 599, "/errorpages");
        context.setErrorHandler(errorPages);

        server.setHandler(context);
        server.start();
        try {
            assertResponds(connector.getLocalPort());
        } finally {
            server.stop();
        }
    }

    @Test
    void embeddedTomcatUsesTheGivenInstance(@TempDir Path folder) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");

        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "shop", Shop.class.getName());
        context.addServletMappingDecoded("/shop/*", "shop");
        context.addServletContainerInitializer(new ErrorPagesInitializer(pages), null);
        for (int status : new int[] {500, 501, 502, 503, 504}) {
            var page = new ErrorPage();
            page.setErrorCode(status);
            page.setLocation("/errorpages");
            context.addErrorPage(page);
        }

        tomcat.start();
        try {
            assertResponds(tomcat.getConnector().getLocalPort());
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    @Test
    void embeddedUndertowUsesTheGivenInstance() throws Exception {
        var initializer = new ImmediateInstanceFactory<>(new ErrorPagesInitializer(pages));
        var deployment = Servlets.deployment()
                .setClassLoader(ProgrammaticIT.class.getClassLoader())
                .setDeploymentName("shop")
                .setContextPath("/")
                .addServlet(Servlets.servlet(Shop.class).addMapping("/shop/*"))
                .addServletContainerInitializer(
                        new ServletContainerInitializerInfo(ErrorPagesInitializer.class, initializer, Set.of()));
        for (int status : new int[] {500, 501, 502, 503, 504}) {
            deployment.addErrorPage(Servlets.errorPage("/errorpages", status));
        }

        var manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        var server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(manager.start())
                .build();
        server.start();
        try {
            assertResponds(((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
        } finally {
            server.stop();
        }
    }

    private void assertResponds(int port) throws Exception {
        assertAnswer(port, "/shop/book", 500);
        assertAnswer(port, "/shop/closed", 503);
        assertThat(clients).containsExactly("127.0.0.1", "127.0.0.1");
    }

    private static void assertAnswer(int port, String path, int status) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("Harbour Books").doesNotContain("secret inside");
    }
}
