package org.errorpages.container;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lists the containers on which error-servlet is tested. */
public enum Container {
    TOMCAT_10_1("Tomcat 10.1", "tomcat-10.1", "tomcat.TomcatLauncher"),
    TOMCAT_11("Tomcat 11", "tomcat-11", "tomcat.TomcatLauncher"),
    JETTY_12_0("Jetty 12.0", "jetty-12.0", "jetty.JettyEe10Launcher"),
    JETTY_12_1("Jetty 12.1", "jetty-12.1", "jetty.JettyEe11Launcher"),
    UNDERTOW("Undertow 2.3", "undertow-2.3", "undertow.UndertowLauncher");

    private final String title;
    private final String folder;
    private final String launcher;

    Container(String title, String folder, String launcher) {
        this.title = title;
        this.folder = folder;
        this.launcher = Container.class.getPackageName() + "." + launcher;
    }

    /** Serves a WAR, packed or not; throws an exception with the cause if it doesn't start. */
    public TestServer serve(Path war, Option... options) throws Exception {
        var chosen = EnumSet.noneOf(Option.class);
        chosen.addAll(List.of(options));
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(ContainerLoader.of(folder));
        try {
            return start(PackedWar.unpacked(war), chosen);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Serves a WAR as {@link #serve(Path, Option...)} does. */
    public TestServer serve(WarFolder war, Option... options) throws Exception {
        return serve(war.path(), options);
    }

    private TestServer start(Path war, Set<Option> options) throws Exception {
        var type = ContainerLoader.of(folder).loadClass(launcher).asSubclass(Launcher.class);
        var server = type.getConstructor().newInstance();
        try {
            return new TestServer(server.start(war.toAbsolutePath(), options), server);
        } catch (Exception | Error e) {
            server.stop();
            throw e;
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
