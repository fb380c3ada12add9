package org.errorpages.container.tomcat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.errorpages.container.Launcher;
import org.errorpages.container.Option;

/** Launches Tomcat 10.1 or 11, depending on its class path. */
public final class TomcatLauncher implements Launcher {

    static {
        // Both exist once per JVM, and two Tomcats register them.
        TomcatURLStreamHandlerFactory.disable();
        Registry.disableRegistry();
    }

    private final Tomcat tomcat = new Tomcat();

    @Override
    public int start(Path war, Set<Option> options) throws Exception {
        tomcat.setBaseDir(Files.createTempDirectory(Path.of("target"), "tomcat").toString());
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        configure(tomcat.getConnector(), options);
        var config = new ContextConfig();
        config.setDefaultWebXml(Tomcat.class.getName() + " has none");
        var context = (StandardContext) tomcat.addWebapp(tomcat.getHost(), "", war.toString(), config);
        context.setParentClassLoader(TomcatLauncher.class.getClassLoader());
        ignoreTestClassPath(context);
        addFiles(context);
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            throw new IllegalStateException("the application did not start; see the log of Tomcat");
        }
        return tomcat.getConnector().getLocalPort();
    }

    private static void configure(Connector connector, Set<Option> options) {
        connector.setProperty("address", "127.0.0.1");
        connector.setAllowTrace(options.contains(Option.TRACE));
        if (options.contains(Option.H2C)) {
            connector.addUpgradeProtocol(new Http2Protocol());
        }
        if (options.contains(Option.IMPATIENT)) {
            connector.setProperty("connectionTimeout", "1000");
            connector.setProperty("connectionUploadTimeout", "1000");
            connector.setProperty("disableUploadTimeout", "false");
        }
    }

    /** By default Tomcat also searches the class path of the JVM for web fragments. */
    private static void ignoreTestClassPath(StandardContext context) {
        var scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);
    }

    /** Registers the default servlet, as the web.xml in Tomcat's conf folder does. */
    private static void addFiles(StandardContext context) {
        Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
        context.addServletMappingDecoded("/", "default");
        context.addWelcomeFile("index.html");
    }

    @Override
    public void undeploy() {
        for (var child : tomcat.getHost().findChildren()) {
            tomcat.getHost().removeChild(child);
        }
    }

    @Override
    public void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
