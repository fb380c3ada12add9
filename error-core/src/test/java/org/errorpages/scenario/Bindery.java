package org.errorpages.scenario;

/** A failure in a second class of this file, called from a nested class. */
final class Bindery {

    private Bindery() {}

    static final class Press {

        void bind(String title) {
            new GluePot(0).spreadOn(title);
        }
    }
}

/** The second class of this file. */
final class GluePot {

    private final int grams;

    GluePot(int grams) {
        this.grams = grams;
    }

    void spreadOn(String title) {
        if (grams == 0) {
            throw new IllegalStateException("no glue left for " + title);
        }
    }
}
