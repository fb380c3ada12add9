package org.errorpages.status;

import java.util.List;

/** Reads the names of Java EE as those of Jakarta EE. */
final class JakartaNames {

    private static final String OLD = "javax.";
    private static final List<String> MOVED = List.of(
            "servlet.",
            "ws.rs.",
            "persistence.",
            "validation.",
            "ejb.",
            "jms.",
            "mail.",
            "transaction.",
            "faces.",
            "el.",
            "xml.ws.");

    private JakartaNames() {}

    static String canonical(String className) {
        if (!className.startsWith(OLD)) {
            return className;
        }
        var rest = className.substring(OLD.length());
        return MOVED.stream().anyMatch(rest::startsWith) ? "jakarta." + rest : className;
    }
}
