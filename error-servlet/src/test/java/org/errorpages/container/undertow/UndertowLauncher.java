package org.errorpages.container.undertow;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.core.ServletContainerImpl;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import org.errorpages.container.Launcher;
import org.errorpages.container.Option;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/** Launches Undertow, which can't read a WAR itself; {@link WebApplication} reads it. */
public final class UndertowLauncher implements Launcher {

    private final PathHandler applications = new PathHandler();
    private @Nullable DeploymentManager deployment;
    private @Nullable Undertow undertow;

    @Override
    public int start(Path war, Set<Option> options) throws Exception {
        // Without registration in the container an async dispatch without a path fails.
        var manager = new ServletContainerImpl().addDeployment(WebApplication.read(war));
        deployment = manager;
        manager.deploy();
        applications.addPrefixPath("/", manager.start());
        var builder = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(applications);
        if (options.contains(Option.H2C)) {
            builder.setServerOption(UndertowOptions.ENABLE_HTTP2, true);
        }
        if (options.contains(Option.IMPATIENT)) {
            builder.setSocketOption(Options.READ_TIMEOUT, 1_000);
            builder.setSocketOption(Options.WRITE_TIMEOUT, 1_000);
        }
        undertow = builder.build();
        undertow.start();
        var address = undertow.getListenerInfo().get(0).getAddress();
        return ((InetSocketAddress) address).getPort();
    }

    @Override
    public void undeploy() throws Exception {
        applications.clearPaths();
        var manager = deployment;
        deployment = null;
        if (manager != null && manager.getDeployment() != null) {
            var files = manager.getDeployment().getDeploymentInfo().getResourceManager();
            manager.stop();
            manager.undeploy();
            // It watches the files and retains the application.
            files.close();
        }
    }

    @Override
    public void stop() throws Exception {
        if (undertow != null) {
            undertow.stop();
        }
        undeploy();
    }
}
