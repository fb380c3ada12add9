package org.errorpages.conformance;

/** A class that applications are compiled with, and that is in no WAR. */
final class LeftOut {

    private LeftOut() {}

    static String text() {
        return "left out";
    }
}
