package org.errorpages.demo.gallery;

/** For whom a page is. */
enum Audience {
    PUBLIC("/public", "The public"),
    /** Who may see the inside in development mode; anyone else gets the public's page. */
    DEVELOPER("/developer", "A permitted developer");

    private final String path;
    private final String label;

    Audience(String path, String label) {
        this.path = path;
        this.label = label;
    }

    String path() {
        return path;
    }

    String label() {
        return label;
    }
}
