package org.errorpages.demo.lessons;

import java.lang.reflect.Proxy;

/** Somebody who greets, and is watched at it. */
interface Clerk {

    String greet(String customer);

    /** Returns a clerk behind a proxy that calls by reflection, as many frameworks do. */
    static Clerk watched() {
        Clerk clerk = customer -> "Good morning, " + customer.charAt(0) + ".";
        return (Clerk) Proxy.newProxyInstance(
                Clerk.class.getClassLoader(),
                new Class<?>[] {Clerk.class},
                (proxy, method, arguments) -> method.invoke(clerk, arguments));
    }
}
