package org.errorpages.demo.slips;

/**
 * Books that name each other without end.
 *
 * @param title of the first book
 */
record Series(String title) {

    String describe() {
        return title + ", followed by " + sequel();
    }

    private String sequel() {
        return "the sequel of " + describe();
    }
}
