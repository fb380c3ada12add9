package org.errorpages.container.jetty;

/** Jetty 12.1 with the servlets of Jakarta EE 11. */
public final class JettyEe11Launcher extends JettyLauncher {

    public JettyEe11Launcher() {
        super("org.eclipse.jetty.ee11.webapp.WebAppContext");
    }
}
