package org.errorpages.container.jetty;

/** Jetty 12.0 with the servlets of Jakarta EE 10. */
public final class JettyEe10Launcher extends JettyLauncher {

    public JettyEe10Launcher() {
        super("org.eclipse.jetty.ee10.webapp.WebAppContext");
    }
}
