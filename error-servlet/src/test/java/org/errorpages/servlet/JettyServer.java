package org.errorpages.servlet;

import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ClassMatcher;
import org.eclipse.jetty.util.component.LifeCycle;

/** Jetty 12.1 with the servlets of Jakarta EE 11. */
record JettyServer(Server server, ServerConnector connector) implements TestServer {

    static JettyServer start(WarFolder war) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(webApp(war));
        var jetty = new JettyServer(server, connector);
        try {
            server.start();
            return jetty;
        } catch (Exception e) {
            jetty.close();
            throw e;
        }
    }

    private static WebAppContext webApp(WarFolder war) {
        var webApp = new WebAppContext();
        webApp.setContextPath("/");
        webApp.setWar(war.path().toUri().toString());
        webApp.addConfiguration(new AnnotationConfiguration());
        // The application has only what is in it.
        webApp.addHiddenClassMatcher(new ClassMatcher("org.errorpages.", "org.thymeleaf.", "com.fasterxml."));
        webApp.setThrowUnavailableOnStartupException(true);
        return webApp;
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void becomeImpatient() {
        connector.setIdleTimeout(1_000);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
