package org.errorpages.servlet;

/** The containers on which the shell is tested. */
enum Container {
    JETTY {
        @Override
        TestServer serve(WarFolder war) throws Exception {
            return JettyServer.start(war);
        }
    },
    TOMCAT {
        @Override
        TestServer serve(WarFolder war) throws Exception {
            return TomcatServer.start(war);
        }
    };

    /** Serves a WAR; a WAR that does not start is an exception whose causes say why. */
    abstract TestServer serve(WarFolder war) throws Exception;
}
