package org.errorpages.conformance;

/** A class that applications are compiled with but that no WAR contains. */
final class MissingClass {

    private MissingClass() {}

    static String text() {
        return "left out";
    }
}
