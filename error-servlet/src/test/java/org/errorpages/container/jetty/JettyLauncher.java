package org.errorpages.container.jetty;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.errorpages.container.Launcher;
import org.errorpages.container.Option;

/** Launches Jetty 12, which has similar classes for each release of Jakarta EE. */
abstract class JettyLauncher implements Launcher {

    private final String webAppType;
    private final Server server = new Server();
    private final ContextHandlerCollection applications = new ContextHandlerCollection();

    JettyLauncher(String webAppType) {
        this.webAppType = webAppType;
    }

    @Override
    public int start(Path war, Set<Option> options) throws Exception {
        var connector = connector(options);
        server.addConnector(connector);
        applications.addHandler(webApp(war));
        server.setHandler(applications);
        server.start();
        return connector.getLocalPort();
    }

    private ServerConnector connector(Set<Option> options) {
        var connector = new ServerConnector(server);
        if (options.contains(Option.H2C)) {
            var configuration = new HttpConfiguration();
            connector.setConnectionFactories(List.of(
                    new HttpConnectionFactory(configuration), new HTTP2CServerConnectionFactory(configuration)));
        }
        if (options.contains(Option.IMPATIENT)) {
            connector.setIdleTimeout(1_000);
        }
        connector.setHost("127.0.0.1");
        return connector;
    }

    /** The classes of both releases aren't on one class path: methods that they don't inherit are called by name. */
    private ContextHandler webApp(Path war) throws ReflectiveOperationException {
        var type = Class.forName(webAppType).asSubclass(ContextHandler.class);
        var webApp = type.getConstructor().newInstance();
        webApp.setContextPath("/");
        webApp.setBaseResource(ResourceFactory.of(webApp).newResource(war));
        type.getMethod("setThrowUnavailableOnStartupException", boolean.class).invoke(webApp, true);
        return webApp;
    }

    @Override
    public void undeploy() {
        for (var webApp : applications.getHandlers()) {
            LifeCycle.stop(webApp);
            applications.removeHandler(webApp);
        }
    }

    @Override
    public void stop() {
        LifeCycle.stop(server);
    }
}
