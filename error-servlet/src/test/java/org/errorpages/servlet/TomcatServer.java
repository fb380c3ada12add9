package org.errorpages.servlet;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Tomcat 11. */
record TomcatServer(Tomcat tomcat) implements TestServer {

    static TomcatServer start(WarFolder war) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory(Path.of("target"), "tomcat").toString());
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var config = new ContextConfig();
        config.setDefaultWebXml(Tomcat.class.getName() + " has none");
        var context = (StandardContext)
                tomcat.addWebapp(tomcat.getHost(), "", war.path().toString(), config);
        isolate(context);
        var server = new TomcatServer(tomcat);
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            server.close();
            throw new IllegalStateException("the application did not start");
        }
        return server;
    }

    /** The application has only what is in it. */
    private static void isolate(StandardContext context) {
        var scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        context.setJarScanner(scanner);
        context.setParentClassLoader(new ContainerClasses());
        addDefaultServlet(context);
    }

    private static void addDefaultServlet(Context context) {
        Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
        context.addServletMappingDecoded("/", "default");
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void becomeImpatient() {
        tomcat.getConnector().setProperty("connectionTimeout", "1000");
        tomcat.getConnector().setProperty("connectionUploadTimeout", "1000");
        tomcat.getConnector().setProperty("disableUploadTimeout", "false");
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
