package org.errorpages.demo.lessons;

/** Where books are bound: the failure is in a second class of this file, and called from a nested one. */
final class Bindery {

    private Bindery() {}

    static final class Press {

        void bind(String title) {
            new GluePot(0).spreadOn(title);
        }
    }
}

/** Glue for one day. */
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
