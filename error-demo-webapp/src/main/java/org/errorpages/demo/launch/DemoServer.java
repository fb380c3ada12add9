package org.errorpages.demo.launch;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ClassMatcher;
import org.eclipse.jetty.util.component.LifeCycle;

/** An embedded Jetty that serves one WAR on 127.0.0.1 until it is closed. */
public final class DemoServer implements AutoCloseable {

    /** Classes of the launcher that are hidden from the application, which brings its own. */
    private static final ClassMatcher HIDDEN = new ClassMatcher("org.errorpages.", "logback.xml");

    private final Server server = new Server();
    private final ServerConnector connector = connector(server);

    private DemoServer(Path war, int port) {
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(webApp(war));
        server.setStopAtShutdown(true);
    }

    /**
     * Serves a WAR.
     *
     * @param war the packed file or an unpacked folder
     * @param port 0 takes any free one
     * @throws Exception if the port is taken or the application does not start
     */
    public static DemoServer start(Path war, int port) throws Exception {
        var demo = new DemoServer(war, port);
        try {
            demo.server.start();
        } catch (Exception e) {
            demo.close();
            throw e;
        }
        return demo;
    }

    private static ServerConnector connector(Server server) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }

    private static WebAppContext webApp(Path war) {
        var webApp = new WebAppContext();
        webApp.setContextPath("/");
        webApp.setWar(war.toUri().toString());
        webApp.addConfiguration(new AnnotationConfiguration());
        webApp.addHiddenClassMatcher(HIDDEN);
        webApp.setThrowUnavailableOnStartupException(true);
        return webApp;
    }

    /** Returns the address of the index page. */
    public URI uri() {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/");
    }

    /** Waits until the server ends. */
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
